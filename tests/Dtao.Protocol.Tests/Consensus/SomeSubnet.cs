using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Consensus;

/// <summary>Small subnets of validators with stake, weights and bonds, and miners without, drawn from a number.</summary>
internal sealed class SomeSubnet(int seed)
{
    private static readonly Block Registered = new(1), Updated = new(5), Now = new(10);

    private readonly Random random = new(seed);

    public int Validators { get; } = 2 + Math.Abs(seed % 7);

    public int Miners { get; } = 1 + Math.Abs(seed / 7 % 9);

    public ConsensusRules Rules { get; init; } = Some.Rules.Consensus;

    public EpochInput Draw()
    {
        var rows = Enumerable.Range(0, Validators).Select(_ => SomeLinks()).ToArray();
        var bonds = Enumerable.Range(0, Validators).Select(_ => SomeLinks()).ToArray();
        return Of([.. Enumerable.Range(0, Validators).Select(_ => SomeStake())], rows, bonds);
    }

    /// <summary>Weights or bonds about some of the miners.</summary>
    public Link[] SomeLinks() =>
        [.. Enumerable.Range(Validators, Miners).Where(_ => random.Next(3) > 0).Select(uid => new Link((ushort)uid, (ushort)random.Next(65_536)))];

    public ulong SomeStake() => (ulong)random.NextInt64(1, 1_000_000_000_000_000);

    public EpochInput Of(ulong[] stakes, Link[][] weights, Link[][] bonds)
    {
        var neurons = Enumerable.Range(0, Validators + Miners).Select(uid => NeuronOf(uid, weights.ElementAtOrDefault(uid), bonds.ElementAtOrDefault(uid)));
        var all = stakes.Concat(Enumerable.Range(1, Miners).Select(i => (ulong)i)); // miners apart in stake, so that permits have no ties
        return new EpochInput(Now, [.. neurons], [.. all.Select(I96F32.FromInteger)], 360_000_000_000, 5000, Validators, Rules);
    }

    /// <summary>The same subnet, each uid i renamed to <paramref name="to"/>[i].</summary>
    public static EpochInput Renamed(EpochInput input, int[] to)
    {
        var (neurons, stakes) = (new Neuron[to.Length], new I96F32[to.Length]);
        for (var uid = 0; uid < to.Length; uid++)
        {
            var old = input.Neurons[uid];
            neurons[to[uid]] = NeuronOf(to[uid], Renamed(old.Weights, to), Renamed(old.Bonds, to), old.HasPermit);
            stakes[to[uid]] = input.StakeWeights[uid];
        }
        return input with { Neurons = neurons, StakeWeights = stakes, Memory = new EpochMemory() };
    }

    public int[] SomeOrder()
    {
        int[] order = [.. Enumerable.Range(0, Validators + Miners)];
        random.Shuffle(order);
        return order;
    }

    private static Neuron NeuronOf(int uid, Link[]? weights, Link[]? bonds, bool? permit = null)
    {
        var neuron = new Neuron(new AccountId(uid), Registered) { HasPermit = permit ?? weights is not null };
        neuron.SetWeights(weights ?? [], Updated);
        neuron.SetBonds(bonds ?? []);
        return neuron;
    }

    private static Link[] Renamed(ReadOnlySpan<Link> links, int[] to)
    {
        var renamed = new Link[links.Length];
        for (var i = 0; i < links.Length; i++) renamed[i] = links[i] with { Uid = (ushort)to[links[i].Uid] };
        return renamed;
    }
}
