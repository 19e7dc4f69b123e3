using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Saving;

/// <summary>Writes one subnet, with all who are on it.</summary>
internal sealed class SubnetWriter(BinaryWriter to)
{
    public void Write(Subnet subnet)
    {
        WriteHead(subnet);
        WriteTerms(subnet);
        WriteAmounts(subnet);
        WriteReforms(subnet);
        to.Write(subnet.Stakes.Hotkeys.Count);
        foreach (var hotkey in subnet.Stakes.Hotkeys) Write(hotkey, subnet.Stakes.Find(hotkey)!);
        to.Write(subnet.Neurons.Count);
        foreach (var neuron in subnet.Neurons) Write(neuron);
        Write(subnet.Kinship);
    }

    private void WriteHead(Subnet subnet)
    {
        to.Write(subnet.Netuid.Value);
        to.Write(subnet.IsDynamic);
        to.Write(subnet.Owner.Index);
        to.Write(subnet.RegisteredAt.Height);
        to.Write(subnet.TempoBlocks);
        to.Write(subnet.RegistrationOpen);
        to.Write(subnet.Ask is not null);
        to.Write(subnet.Ask?.Rao ?? 0);
    }

    private void WriteTerms(Subnet subnet)
    {
        to.Write(subnet.Terms.Burn.Rao);
        to.Write(subnet.Terms.ThisBlock);
        to.Write(subnet.Terms.ThisInterval);
        to.Write(subnet.Terms.AdjustedAt.Height);
    }

    private void WriteAmounts(Subnet subnet)
    {
        to.Write((ulong)(subnet.MovingPrice.Raw >> 64));
        to.Write((ulong)(subnet.MovingPrice.Raw & ulong.MaxValue));
        foreach (var amount in (ReadOnlySpan<Tao>)[subnet.Pool.TaoReserve, subnet.PendingRootDividends, subnet.TaoEmission, subnet.LastRootDividends, subnet.Usefulness]) to.Write(amount.Rao);
        foreach (var amount in (ReadOnlySpan<Alpha>)[
            subnet.Pool.AlphaReserve, subnet.AlphaOut, subnet.PendingEmission, subnet.PendingOwnerCut, subnet.PendingAlphaSwapped,
            subnet.Dust, subnet.DriftCreated, subnet.DriftLost, subnet.LastDividends]) to.Write(amount.Rao);
        to.Write(subnet.CapBoundBlocks);
    }

    private void WriteReforms(Subnet subnet)
    {
        to.Write(subnet.StartedAt?.Height ?? SavedFormat.Nobody);
        to.Write(subnet.EmissionEnabled);
        to.Write(subnet.PoolIsWithheld);
        foreach (var amount in (ReadOnlySpan<Alpha>)[subnet.PendingRootAlpha, subnet.ProtocolAlpha, subnet.Claims.Total]) to.Write(amount.Rao);
        foreach (var amount in (ReadOnlySpan<Tao>)[subnet.ChainBuy, subnet.Voted, subnet.PendingTao, subnet.Locked]) to.Write(amount.Rao);
        to.Write(subnet.UserFlowed);
        to.Write(subnet.ProtocolFlowed);
        to.Write(subnet.Pool.Weight.AboveHalfE18);
        to.Write(subnet.UserFlow is not null);
        foreach (var number in (ReadOnlySpan<double>)[subnet.UserFlow ?? 0, subnet.ProtocolFlow, subnet.MinerBurned, subnet.RuleHolds]) to.Write(number);
        Write(subnet.Claims);
    }

    private void Write(RootClaims claims)
    {
        to.Write(claims.Rates.Length);
        foreach (var rate in claims.Rates) Write(rate);
        var had = claims.Had.ToArray();
        to.Write(had.Length);
        foreach (var (of, amount) in had)
        {
            to.Write(of);
            Write(unchecked((UInt128)amount));
        }
    }

    private void Write(UInt128 number)
    {
        to.Write((ulong)(number >> 64));
        to.Write((ulong)(number & ulong.MaxValue));
    }

    private void Write(AccountId hotkey, StakePool pool)
    {
        to.Write(hotkey.Index);
        to.Write(pool.Total.Rao);
        to.Write(pool.TotalShares);
    }

    private void Write(Neuron neuron)
    {
        to.Write(neuron.Hotkey.Index);
        to.Write(neuron.RegisteredAt.Height);
        to.Write(neuron.LastUpdate.Height);
        to.Write(neuron.HasPermit);
        var score = neuron.Score;
        foreach (var part in (ReadOnlySpan<ushort>)[score.Consensus, score.Trust, score.ValidatorTrust, score.Incentive, score.Dividends, score.Pruning]) to.Write(part);
        Write(neuron.Weights);
        Write(neuron.Bonds);
    }

    private void Write(ReadOnlySpan<Link> links)
    {
        to.Write((ushort)links.Length);
        foreach (var link in links)
        {
            to.Write(link.Uid);
            to.Write(link.Value);
        }
    }

    private void Write(Kinship kinship)
    {
        var saved = kinship.Save();
        WriteKin(saved.Children);
        WriteKin(saved.Parents);
        to.Write(saved.Takes.Length);
        foreach (var (child, take) in saved.Takes)
        {
            to.Write(child.Index);
            to.Write(take);
        }
        WriteBlocks(saved.ChildrenSetAt);
        WriteBlocks(saved.TakesSetAt);
        to.Write(saved.Pending.Length);
        foreach (var (parent, children, after) in saved.Pending)
        {
            Write(parent, children);
            to.Write(after.Height);
        }
    }

    private void WriteKin((AccountId Of, Kin[] Kin)[] relations)
    {
        to.Write(relations.Length);
        foreach (var (of, kin) in relations) Write(of, kin);
    }

    private void Write(AccountId of, Kin[] kin)
    {
        to.Write(of.Index);
        to.Write(kin.Length);
        foreach (var one in kin)
        {
            to.Write(one.Hotkey.Index);
            to.Write(one.Proportion);
        }
    }

    private void WriteBlocks((AccountId Of, Block At)[] blocks)
    {
        to.Write(blocks.Length);
        foreach (var (of, at) in blocks)
        {
            to.Write(of.Index);
            to.Write(at.Height);
        }
    }
}
