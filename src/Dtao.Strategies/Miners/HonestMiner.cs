using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Miners;

/// <summary>Works for its pay: sells what its machine costs, keeps a part of the rest, and goes where work is paid better.</summary>
/// <remarks>
/// It expects to be paid elsewhere as it is at home against the average of the paid miners. Where it was paid nothing it does not go again for
/// one horizon. What the machine costs does not leave the ledger; it only is no longer there to buy a place with.
/// </remarks>
[Strategy("honest-miner", Role.Miner,
    Rule = "It works, sells income to cover its cost and a share of what is left, now and then compares what subnets pay, and registers where pay less the price of a place is better by a margin than at home, or than its cost where that is more.",
    Source = "protocol.md 1.6, registration and pruning; record.md 5.3, miner seller: it sells a fraction of its income")]
public sealed class HonestMiner : Worker
{
    private readonly Income income = new();
    private readonly BySubnet<long> avoidedUntil = new(0);
    private readonly MinerBurns burned = new();
    private Block? last;
    private double spent;
    private double standing = 1;
    private long nextComparison = -1;

    [Knob(KnobUnit.Tao, "What its machine costs a day; the higher, the more of its income it must sell", AtLeast = 0, AtMost = 1e6)]
    public required double Cost { get; init; }

    [Knob(KnobUnit.Fraction, "Share of what is left of its income that it keeps staked", AtLeast = 0, AtMost = 1)]
    public required double Keep { get; init; }

    [Knob(KnobUnit.Blocks, "Time between two comparisons of what subnets pay", AtLeast = 1, AtMost = 2_628_000)]
    public required double CompareEvery { get; init; }

    [Knob(KnobUnit.Blocks, "Time in which a place has to earn its price; the longer, the more a place may cost", AtLeast = 1, AtMost = 26_280_000)]
    public required double Horizon { get; init; }

    [Knob(KnobUnit.Fraction, "By how much the pay elsewhere must beat the pay at home", AtLeast = 0, AtMost = 100)]
    public required double Margin { get; init; }

    protected override List<LedgerCommand?> Act(Sight sight, Dice dice)
    {
        burned.Hear(sight.Heard);
        var commands = SellIncome(sight);
        if (nextComparison < 0) nextComparison = sight.Now.Height + (long)(dice.Uniform() * CompareEvery);
        if (sight.Now.Height < nextComparison) return commands;
        nextComparison = sight.Now.Height + (long)CompareEvery;
        if (BetterPlace(sight) is { } netuid) commands.Add(new RegisterNeuron(sight.Own.Account, netuid));
        return commands;
    }

    private List<LedgerCommand?> SellIncome(Sight sight)
    {
        var owed = Home is null ? 0 : Cost * (sight.Now - (last ?? sight.Now)) / Block.PerDay;
        last = sight.Now;
        spent = Math.Min(spent + owed, sight.Cash);
        var earned = income.Worth(sight);
        var covering = earned > 0 ? Math.Min(1, owed / earned) : 0;
        return income.Sell(sight, covering + (1 - covering) * (1 - Keep));
    }

    /// <summary>What a day must bring in elsewhere beats by the margin what it brings in at home, or what the machine costs where that is more.</summary>
    private NetUid? BetterPlace(Sight sight)
    {
        var days = Horizon / Block.PerDay;
        var best = (Netuid: (NetUid?)null, Gain: (1 + Margin) * Math.Max(Cost, PayAtHome(sight)) * days);
        foreach (ref readonly var quote in sight.Quotes.AsSpan())
        {
            if (quote.RegistrationCost.Tokens > sight.Cash - spent || sight.MetagraphOf(quote.Netuid) is not { } page) continue;
            var gain = standing * (1 - burned[quote.Netuid]) * PayPerDay(page, quote) / (page.PaidMiners + 1) * days - quote.RegistrationCost.Tokens;
            if (gain > best.Gain && MayGoTo(page, sight)) best = (quote.Netuid, gain);
        }
        return best.Netuid;
    }

    private double PayAtHome(Sight sight)
    {
        if (Home is not { } home || sight.Market.Find(home) is not { } quote || sight.MetagraphOf(home) is not { } page || page.UidOf(sight.Own.Account) is not { } uid) return 0;
        var own = page.Neurons[uid];
        if (own.IncentiveShare > 0) standing = own.IncentiveShare * page.PaidMiners;
        else if (page.Epoch - own.RegisteredAt > CompareEvery) avoidedUntil[home] = sight.Now.Height + (long)Horizon;
        return own.IncentiveShare * PayPerDay(page, quote);
    }

    private bool MayGoTo(Metagraph page, Sight sight) =>
        avoidedUntil.Of(page.Netuid) <= sight.Now.Height && page.UidOf(sight.Own.Account) is null;

    /// <summary>TAO a day to all miners, by the last epoch.</summary>
    private static double PayPerDay(Metagraph page, in SubnetQuote quote) => page.Incentive.Tokens * quote.PayPrice * Block.PerDay / (quote.TempoBlocks + 1);
}
