using Dtao.Agents.Census;
using Dtao.Agents.Configuration;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Worlds;

/// <summary>
/// A chain as a snapshot shows it: pools, moving prices, alpha outside the pools and TAO on root are the file's or an earlier run's; who holds the alpha is
/// drawn, since a file does not say, and in an earlier run it was somebody else. Issuance is
/// what the configuration says, and where it does not, what is in pools, on root and free with the agents.
/// </summary>
internal sealed class SnapshotMarket(SnapshotGenesis snapshot, Population people, Genesis genesis, ulong seed)
{
    private readonly Registrations registrations = new(people, genesis, snapshot.ValidatorsPerSubnet, snapshot.Root.LentToFirst, seed);
    /// <summary>Who has nothing at all only brings news, and is dealt no alpha.</summary>
    private readonly Running.Seat[] speculators =
        [.. people.Of(Role.Speculator).Where(seat => !(people.Free[seat.Index] + people.OnRoot[seat.Index]).IsZero)];

    private readonly AccountId others = genesis.Open(Tao.Zero);

    public void Open(IReadOnlyList<SnapshotRow> rows)
    {
        var subnets = rows.Where(row => !row.Netuid.IsRoot).ToArray();
        for (var place = 0; place < subnets.Length; place++) Open(subnets[place], place, subnets.Length);
        RootStakes.Open(rows[0].TaoIn, people, genesis);
        if (!snapshot.Issuance.IsZero) Elsewhere.Open(snapshot.Issuance, "genesis.snapshot.issuance", genesis);
    }

    private void Open(SnapshotRow row, int place, int subnets)
    {
        var owner = registrations.OwnerOf(place);
        var registeredAt = row.RegisteredAt ?? default;
        genesis.Open(row.Netuid, owner, new Pool(row.TaoIn, row.AlphaIn), I96F32.FromDouble(row.MovingPrice), registeredAt, startedAt: registeredAt);
        genesis.Register(row.Netuid, owner);
        registrations.Open(row.Netuid, place, subnets);
        var owned = Part(row.AlphaOut, snapshot.OwnerShare);
        genesis.Stake(owner, row.Netuid, owner, owned);
        var left = row.AlphaOut - owned;
        left -= HeldBySpeculators(row.Netuid, Alpha.Min(left, Part(row.AlphaOut, snapshot.SpeculatorShare)));
        HeldByOthers(row.Netuid, left);
    }

    /// <summary>Deals an amount out to drawn speculators, by weights with a Pareto tail.</summary>
    private Alpha HeldBySpeculators(NetUid netuid, Alpha amount)
    {
        if (speculators.Length == 0) return Alpha.Zero;
        var dice = Dice.For(seed, netuid.Value, 0, Purpose.Named("holders"));
        var holders = Enumerable.Range(0, snapshot.HoldersPerSubnet).Select(_ => (Seat: dice.Pick(speculators), Weight: dice.Pareto(snapshot.HolderTail, 1))).ToArray();
        var sum = holders.Sum(holder => holder.Weight);
        var dealt = Alpha.Zero;
        foreach (var (seat, weight) in holders)
        {
            var part = Alpha.Min(amount - dealt, Part(amount, weight / sum));
            genesis.Stake(seat.Account, netuid, seat.Delegate, part);
            dealt += part;
        }
        return dealt;
    }

    /// <summary>The rest belongs to people outside the run, who delegate to the subnet's validators in equal parts.</summary>
    private void HeldByOthers(NetUid netuid, Alpha amount)
    {
        var validators = registrations.ValidatorsOf(netuid);
        var part = new Alpha(amount.Rao / (ulong)validators.Count);
        foreach (var hotkey in validators.Skip(1)) genesis.Stake(others, netuid, hotkey, part);
        genesis.Stake(others, netuid, validators[0], new Alpha(amount.Rao - part.Rao * (ulong)(validators.Count - 1)));
    }

    private static Alpha Part(Alpha whole, double share) => new((ulong)(whole.Rao * share));
}
