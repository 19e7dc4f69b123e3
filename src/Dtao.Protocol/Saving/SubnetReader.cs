using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Saving;

/// <summary>Reads back what <see cref="SubnetWriter"/> wrote.</summary>
internal sealed class SubnetReader(BinaryReader from, ProtocolRules rules)
{
    public Subnet Read()
    {
        var subnet = ReadHead();
        ReadTerms(subnet);
        ReadAmounts(subnet);
        ReadReforms(subnet);
        for (var left = from.ReadInt32(); left > 0; left--) subnet.Stakes.Deposit(Account(), Alpha(), from.ReadUInt64());
        for (var left = from.ReadInt32(); left > 0; left--) subnet.Register(ReadNeuron());
        subnet.Kinship.Restore(ReadKinship());
        return subnet;
    }

    private Subnet ReadHead()
    {
        var netuid = new NetUid(from.ReadUInt16());
        ISwapCurve curve = from.ReadBoolean() ? rules.PoolCurve : OneToOne.Curve;
        var subnet = new Subnet(netuid, curve, Account(), Block()) { TempoBlocks = from.ReadUInt16(), RegistrationOpen = from.ReadBoolean() };
        var (isOffered, ask) = (from.ReadBoolean(), Tao());
        if (isOffered) subnet.Ask = ask;
        return subnet;
    }

    private void ReadTerms(Subnet subnet)
    {
        subnet.Terms.Burn = Tao();
        subnet.Terms.ThisBlock = from.ReadUInt16();
        subnet.Terms.ThisInterval = from.ReadUInt16();
        subnet.Terms.AdjustedAt = Block();
    }

    private void ReadAmounts(Subnet subnet)
    {
        subnet.MovingPrice = new I96F32(new UInt128(from.ReadUInt64(), from.ReadUInt64()));
        var taoReserve = Tao();
        (subnet.PendingRootDividends, subnet.TaoEmission, subnet.LastRootDividends, subnet.Usefulness) = (Tao(), Tao(), Tao(), Tao());
        subnet.Pool = new Pool(taoReserve, Alpha());
        (subnet.AlphaOut, subnet.PendingEmission, subnet.PendingOwnerCut, subnet.PendingAlphaSwapped) = (Alpha(), Alpha(), Alpha(), Alpha());
        (subnet.Dust, subnet.DriftCreated, subnet.DriftLost, subnet.LastDividends) = (Alpha(), Alpha(), Alpha(), Alpha());
        subnet.CapBoundBlocks = from.ReadInt64();
    }

    private void ReadReforms(Subnet subnet)
    {
        var startedAt = Block();
        subnet.StartedAt = startedAt.Height == SavedFormat.Nobody ? null : startedAt;
        subnet.EmissionEnabled = from.ReadBoolean();
        subnet.PoolIsWithheld = from.ReadBoolean();
        (subnet.PendingRootAlpha, subnet.ProtocolAlpha, var claimed) = (Alpha(), Alpha(), Alpha());
        (subnet.ChainBuy, subnet.Voted, subnet.PendingTao, subnet.Locked) = (Tao(), Tao(), Tao(), Tao());
        (subnet.UserFlowed, subnet.ProtocolFlowed) = (from.ReadInt64(), from.ReadInt64());
        subnet.Pool = subnet.Pool with { Weight = new QuoteWeight(from.ReadInt64()) };
        var (isRead, userFlow) = (from.ReadBoolean(), from.ReadDouble());
        subnet.UserFlow = isRead ? userFlow : null;
        (subnet.ProtocolFlow, subnet.MinerBurned, subnet.RuleHolds) = (from.ReadDouble(), from.ReadDouble(), from.ReadDouble());
        subnet.Claims.Restore(List(Number), claimed);
        for (var left = from.ReadInt32(); left > 0; left--) subnet.Claims.Restore(from.ReadInt64(), unchecked((Int128)Number()));
    }

    private UInt128 Number() => new(from.ReadUInt64(), from.ReadUInt64());

    private Neuron ReadNeuron()
    {
        var neuron = new Neuron(Account(), Block());
        var lastUpdate = Block();
        neuron.HasPermit = from.ReadBoolean();
        neuron.Score = new NeuronScore(from.ReadUInt16(), from.ReadUInt16(), from.ReadUInt16(), from.ReadUInt16(), from.ReadUInt16(), from.ReadUInt16());
        neuron.SetWeights(ReadLinks(), lastUpdate);
        neuron.SetBonds(ReadLinks());
        return neuron;
    }

    private Link[] ReadLinks()
    {
        var links = new Link[from.ReadUInt16()];
        for (var k = 0; k < links.Length; k++) links[k] = new Link(from.ReadUInt16(), from.ReadUInt16());
        return links;
    }

    private SavedKinship ReadKinship() => new(
        List(() => (Account(), ReadKin())),
        List(() => (Account(), ReadKin())),
        List(() => (Account(), from.ReadUInt16())),
        List(() => (Account(), Block())),
        List(() => (Account(), Block())),
        List(() => new PendingChildren(Account(), ReadKin(), Block())));

    private Kin[] ReadKin() => List(() => new Kin(Account(), from.ReadUInt64()));

    private T[] List<T>(Func<T> read)
    {
        var list = new List<T>();
        for (var left = from.ReadInt32(); left > 0; left--) list.Add(read());
        return [.. list];
    }

    private AccountId Account() => new(from.ReadInt32());

    private Block Block() => new(from.ReadInt64());

    private Tao Tao() => new(from.ReadUInt64());

    private Alpha Alpha() => new(from.ReadUInt64());
}
