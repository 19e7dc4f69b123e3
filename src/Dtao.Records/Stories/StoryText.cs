using System.Collections.Immutable;
using System.Globalization;
using Dtao.Protocol.Units;

namespace Dtao.Records.Stories;

/// <summary>A story in sentences, each ending with what it rests on; about ten in the short telling.</summary>
public static class StoryText
{
    private const int Strategies = 5;

    /// <summary>The short telling.</summary>
    public static IEnumerable<string> Lines(Story story) => Statements(story).Where(told => !told.IsDetail).Select(told => told.ToString());

    public static IEnumerable<Statement> Statements(Story story)
    {
        var netuid = story.Netuid.ToString(CultureInfo.InvariantCulture);
        if (story.Purchase is { } bought)
            yield return new Statement($"Day {Day(bought.Day)}: {bought.Text}{(bought.Subnets > 0 ? $", number {Whole(bought.Rank)} of {Whole(bought.Subnets)} by price at {Price(bought.Price)}" : "")}", bought.Backing);
        yield return new Statement($"Day {Day(story.Takeover.Day)}: {story.Takeover.By} says that SN{netuid} pays its miners {Percent(story.Takeover.Pays)} for alpha held", story.Takeover.Backing);
        if (story.Power is { } power)
            yield return new Statement($"In its next epoch {power.By} has {Percent(power.Share)} of its active stake, kappa being {Percent(story.Kappa)}: enough to set its consensus alone", power.Backing);
        if (story.Places.Strategies is not []) yield return new Statement($"Places taken till the peak: {Names(story.Places)}", story.Places.Backing);
        yield return new Statement($"Bought till the peak, less sold: {Names(story.Buying)}", story.Buying.Backing);
        if (story.Buyers is not []) yield return new Statement($"Largest buyers till the peak: {Names(story.Buyers)}", Among(story.Buyers, story.Buying.Backing), IsDetail: true);
        yield return new Statement($"Day {Day(story.Peak.Day)}: peak at {Price(story.Peak.Price)}, {Times(story.Peak.Multiple)} the low before it, number {Whole(story.Peak.Rank)} of {Whole(story.Peak.Subnets)}", story.Peak.Backing);
        yield return new Statement($"At the peak it has {Percent(story.Peak.PriceShare)} of the sum of prices and {Percent(story.Peak.EmissionShare)} of the emission", Backing.Of(story.Peak.Backing.ToBlock));
        yield return Answer(story);
        if (Turn(story) is { } turn) yield return turn;
        if (story.SoldUpon is { } upon)
            yield return new Statement($"{Whole(upon.Sales)} sales till the low, for {upon.Tao.ToString("#,0.0", CultureInfo.InvariantCulture)} TAO, were ordered by agents whose last news of SN{netuid} was that", upon.Backing, IsDetail: true);
        foreach (var told in Fall(story)) yield return told;
        yield return new Statement($"TAO out less TAO in since the takeover, with alpha left at the last price: {Names(story.Gains)}", story.Gains.Backing);
    }

    /// <summary>When it ended paying for holding, if it did.</summary>
    private static Statement? Turn(Story story) => story switch
    {
        { Answer: null } or { KnowsPower: false } => null,
        { Turn: { } turn } => new Statement(
            $"Day {Day(turn.Day)}: {turn.By}, with {Percent(turn.Share)} of the active stake, sets the consensus: {Percent(turn.Moved)} of miners' pay goes to others than in the epoch before, and holding is paid no more", turn.Backing),
        _ => new Statement("No epoch of the day after that gives most of miners' pay to others than the one before", story.Answer.Backing with { ToBlock = story.Answer.Backing.FromBlock + Block.PerDay }),
    };

    private static Statement Answer(Story story) => story.Answer is not { } answer
        ? new Statement("The foundation says nothing about it", new Backing([], story.Takeover.Backing.FromBlock, story.Gains.Backing.ToBlock))
        : new Statement($"Day {Day(answer.Day)}: {answer.By} says that it pays {Percent(answer.Pays)} for alpha sold{Weight(answer.StakeShare, story.Kappa)}{Next(answer.PaidNext)}", answer.Backing);

    private static string Weight(double? share, double? kappa) => (share, kappa) switch
    {
        (null, _) => "",
        (_, null) => $", with {Percent(share)} of the stake weight",
        _ => $", with {Percent(share)} of the stake weight, {(share >= kappa ? "enough" : "too little")} to set the consensus alone (kappa {Percent(kappa)})",
    };

    private static string Next(double? paid) => paid is null ? "" : $"; the next epoch pays miners {paid.Value.ToString("#,0.#", CultureInfo.InvariantCulture)} alpha";

    private static IEnumerable<Statement> Fall(Story story)
    {
        if (story.FirstSellers is not [])
            yield return new Statement($"First to sell after {TurnOf(story)}: {Names(story.FirstSellers)}", Among(story.FirstSellers, story.FirstSellers), IsDetail: true);
        if (story.Fall is [.., var last])
            yield return new Statement($"Price after {TurnOf(story)}: {string.Join(", ", story.Fall.Select(fall => $"{Signed(fall.Return)} in {fall.Within}"))}", last.Backing);
        if (story.LargestStep is { } step) yield return new Statement($"Largest fall in {step.Within}: {Signed(step.Return)}", step.Backing);
        if (story.Selling.Strategies is not []) yield return new Statement($"Bought from the peak to the low, less sold: {Names(story.Selling)}", story.Selling.Backing);
        if (story.Sellers is not []) yield return new Statement($"Largest sellers from {TurnOf(story)} to the low: {Names(story.Sellers)}", Among(story.Sellers, story.Sellers, story.Selling.Backing.ToBlock), IsDetail: true);
        if (story.Rebound is { } rebound) yield return new Statement($"Rebound within {rebound.Within} of the low: {Signed(rebound.Return)}", rebound.Backing);
    }

    private static string TurnOf(Story story) => story.Answer is null ? "the peak" : "that";

    /// <summary>The largest sums, whichever their sign, in the order of the sums.</summary>
    private static string Names(Flows flows)
    {
        var largest = flows.Strategies.OrderByDescending(flow => Math.Abs(flow.Tao)).Take(Strategies).ToHashSet();
        return string.Join(", ", flows.Strategies.Where(largest.Contains).Select(flow => $"{flow.Strategy} {Amount(flow.Tao)} TAO ({Whole(flow.Accounts)})").DefaultIfEmpty("nobody"));
    }

    private static string Names(ImmutableArray<AgentTrades> traders) =>
        string.Join(", ", traders.Select(trader => $"{trader.Name} ({trader.Strategy}) {trader.Tao.ToString("#,0.0", CultureInfo.InvariantCulture)} TAO"));

    private static Backing Among(ImmutableArray<AgentTrades> traders, Backing blocks) => blocks with { Events = [.. traders.Select(trader => trader.Id)] };

    private static Backing Among(ImmutableArray<AgentTrades> traders, ImmutableArray<AgentTrades> first, long to = 0) =>
        new([.. traders.Select(trader => trader.Id)], first.Min(trader => trader.Block.Height), Math.Max(to, first.Max(trader => trader.Block.Height)));

    private static string Day(double day) => day.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Price(double? price) => price is { } known ? known.ToString("0.#####", CultureInfo.InvariantCulture) + " TAO/alpha" : "no price";

    private static string Times(double? multiple) => multiple is { } known ? "×" + known.ToString("0.0", CultureInfo.InvariantCulture) : "far above";

    private static string Amount(double tao) => tao.ToString("+#,0.0;-#,0.0;0.0", CultureInfo.InvariantCulture);

    private static string Percent(double? fraction) => fraction is { } known ? (known * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %" : "an unknown share";

    private static string Signed(double? fraction) => fraction is { } known ? (known * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %" : "unknown";

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
