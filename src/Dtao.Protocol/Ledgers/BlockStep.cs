using System.Runtime.CompilerServices;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Markets;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>
/// What the chain itself does at the start of a block: registration prices, emission, injection, chain buys, owner cut, root's alpha, moving prices, due epochs, claims.
/// Subnets meet only in the shares of emission and in root's stake, both fixed before the first one is written, so one pass does all steps.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>coinbase/block_step.rs, run_coinbase.rs</c>, with the reforms of <see cref="EmissionRules"/>.</remarks>
internal sealed class BlockStep(LedgerState state, ProtocolRules rules, EpochDrain drain) : IBlockStep
{
    private readonly EmissionRules reforms = rules.Emission;
    private readonly BlockEmission emission = new(rules.TotalSupplyRao, rules.BlockEmissionRao);
    private readonly I96F32 ownerCut = I96F32.FromU16(rules.OwnerCutU16);
    private readonly MovingPrice movingPrice =
        new(new I96F32(rules.MovingAlphaRaw), I96F32.FromDouble(rules.MovingPriceCap), rules.MovingPriceRampBlocks) { FloorsOnce = rules.MovingPriceFloorsOnce };
    private readonly BlockShares shares = new(state, rules.Emission);
    private readonly RootClaiming claiming = new(state, rules);
    private readonly RootVoting? voting = rules.Voting is { } network ? new RootVoting(state, network) : null;

    public ulong LastEmissionRao { get; set; }

    public void Run(List<LedgerEvent> events)
    {
        var emissionRao = emission.For(state.Issued.Rao);
        if (emissionRao < LastEmissionRao) events.Add(new EmissionHalved(new Tao(emissionRao)));
        LastEmissionRao = emissionRao;
        voting?.Run(emissionRao);
        var taoIn = shares.Of(emissionRao);
        var rootCounts = !reforms.RootSellFlag || shares.PricesExceedOne();
        var weightedRoot = RootProportion.WeightedRoot(state.Root.Pool.TaoReserve.Rao, rules.TaoWeightU64);
        var subnets = state.SubnetSpan;
        for (var i = 0; i < subnets.Length; i++)
        {
            subnets[i].Terms.Open(state.Block, rules.Registration);
            if (subnets[i].IsStarted) Emit(subnets[i], taoIn[i], weightedRoot, rootCounts, events);
        }
        foreach (var subnet in subnets)
            if (IsEpochDue(subnet))
                RunEpoch(subnet, events);
        if (reforms.RootPay == RootPay.Claim) claiming.Run();
    }

    /// <summary>Most subnets are told by the block they were last asked to come back in; the others divide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsEpochDue(Subnet subnet) => state.Block >= subnet.NoEpochBefore && IsEpochDueNow(subnet);

    private bool IsEpochDueNow(Subnet subnet)
    {
        var wait = EpochSchedule.BlocksUntilNextEpoch(subnet.Netuid.Value, subnet.TempoBlocks, (ulong)state.Block.Height);
        if (wait is > 0 and <= ushort.MaxValue) subnet.NoEpochBefore = state.Block + (long)wait;
        return wait == 0;
    }

    /// <summary>Children that were named long enough ago count from the next epoch on.</summary>
    private void RunEpoch(Subnet subnet, List<LedgerEvent> events)
    {
        events.Add(drain.Run(subnet));
        subnet.Kinship.ApplyPending(state.Block);
    }

    private void Emit(Subnet subnet, I96F32 taoShare, I96F32 weightedRoot, bool rootCounts, List<LedgerEvent> events)
    {
        var alphaRao = emission.For(subnet.AlphaIssuance.Rao);
        var capBinds = Inject(subnet, taoShare, weightedRoot, alphaRao);
        if (capBinds || subnet.CapBoundBlocks != 0) ReportCap(subnet, capBinds, events);
        var rootAlpha = Divide(subnet, alphaRao, weightedRoot);
        if (!rootCounts) subnet.AlphaOut -= rootAlpha;
        else if (reforms.SpareCapped && capBinds) subnet.Dust += rootAlpha;
        else if (reforms.RootPay == RootPay.Claim) subnet.PendingRootAlpha += rootAlpha;
        else if (!rootAlpha.IsZero) SellRootAlpha(subnet, rootAlpha);
        if (subnet.IsDynamic) subnet.MovingPrice = movingPrice.Next(subnet.MovingPrice, subnet.SpotPrice, (ulong)(state.Block - subnet.StartedAt!.Value));
    }

    /// <returns>Whether the cap binds.</returns>
    private bool Inject(Subnet subnet, I96F32 taoShare, I96F32 weightedRoot, ulong alphaRao)
    {
        var price = subnet.SpotPrice;
        var injection = Injection.Of(taoShare, price, CapOf(subnet, alphaRao, weightedRoot), reforms.Excess);
        if (injection.CapBinds) subnet.CapBeyond += BeyondBalance(injection.TaoIn, injection.AlphaIn, injection.Excess, price);
        Inject(subnet, new Tao(injection.TaoIn.Floor()), new Alpha(injection.AlphaIn.Floor()), new Tao(injection.Excess.Floor()), new Alpha(alphaRao));
        return injection.CapBinds;
    }

    private I96F32 CapOf(Subnet subnet, ulong alphaRao, I96F32 weightedRoot)
    {
        var proportion = reforms.Cap == InjectionCap.RootProportion ? RootProportion.Of(weightedRoot, subnet.AlphaIssuance.Rao) : I96F32.Zero;
        return Injection.CapOf(reforms.Cap, alphaRao, LastEmissionRao, proportion);
    }

    /// <summary>What goes in beyond the worth of the alpha that goes in with it: this is what lifts the price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Tao BeyondBalance(I96F32 taoIn, I96F32 alphaIn, I96F32 excess, I96F32 price)
    {
        if (excess != I96F32.Zero) return new Tao(excess.Floor());
        var (tao, balanced) = (taoIn.Floor(), (alphaIn * price).Floor());
        return new Tao(tao > balanced ? tao - balanced : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Inject(Subnet subnet, Tao tao, Alpha alpha, Tao excess, Alpha alphaEmission)
    {
        if (subnet.Curve is not ConstantProduct && !Weigh(subnet, tao, alpha)) (tao, alpha) = (Tao.Zero, Alpha.Zero);
        subnet.ChainBuy = excess.IsZero ? Tao.Zero : Buy(subnet, excess);
        subnet.Pool = subnet.Pool.Inject(tao, alpha);
        subnet.AlphaOut += alphaEmission;
        subnet.TaoEmission = tao + subnet.ChainBuy;
        subnet.ProtocolFlowed += (long)subnet.TaoEmission.Rao;
        state.Issued += subnet.TaoEmission;
        state.Minted += subnet.TaoEmission;
    }

    private static bool Weigh(Subnet subnet, Tao tao, Alpha alpha)
    {
        if (subnet.Curve.Weigh(subnet.Pool, tao, alpha) is not { } weighed) return false;
        subnet.Pool = weighed;
        return true;
    }

    /// <summary>The chain buys before it injects, without a fee. Where the pool is too thin for it, that TAO is not made.</summary>
    private Tao Buy(Subnet subnet, Tao tao)
    {
        if (subnet.Curve.Buy(subnet.Pool, tao) is not { } swap) return Tao.Zero;
        SwapInvariant.Check(subnet, swap.After);
        subnet.Pool = swap.After;
        if (reforms.Excess == Excess.BuyAndHold)
        {
            subnet.AlphaOut += swap.Bought;
            subnet.ProtocolAlpha += swap.Bought;
        }
        return tao;
    }

    /// <summary>Sets aside the parts of a block's alpha.</summary>
    /// <returns>Root's.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Alpha Divide(Subnet subnet, ulong alphaRao, I96F32 weightedRoot)
    {
        var split = EmissionSplit.Of(alphaRao, ownerCut, RootProportion.Of(weightedRoot, subnet.AlphaIssuance.Rao));
        subnet.PendingOwnerCut += split.OwnerCut;
        subnet.PendingEmission += split.Pending;
        subnet.PendingAlphaSwapped += split.RootAlpha;
        subnet.Dust += split.Remainder;
        return split.RootAlpha;
    }

    /// <summary>Root's alpha becomes TAO at once, without a fee; where the pool is too thin for the sale the alpha is nobody's.</summary>
    private static void SellRootAlpha(Subnet subnet, Alpha sold)
    {
        if (subnet.Curve.SellDirectly(subnet.Pool, sold) is not { } swap)
        {
            subnet.Dust += sold;
            return;
        }
        SwapInvariant.Check(subnet, swap.After);
        subnet.Pool = swap.After;
        subnet.AlphaOut -= sold;
        subnet.PendingRootDividends += swap.Received;
        subnet.ProtocolFlowed -= (long)swap.Received.Rao;
    }

    private static void ReportCap(Subnet subnet, bool binds, List<LedgerEvent> events)
    {
        if (binds && ++subnet.CapBoundBlocks == CapBegan.AfterBlocks) events.Add(new CapBegan(subnet.Netuid));
        if (binds || subnet.CapBoundBlocks == 0) return;
        if (subnet.CapBoundBlocks >= CapBegan.AfterBlocks) events.Add(new CapEnded(subnet.Netuid, subnet.CapBoundBlocks) { Beyond = subnet.CapBeyond });
        (subnet.CapBoundBlocks, subnet.CapBeyond) = (0, Tao.Zero);
    }
}
