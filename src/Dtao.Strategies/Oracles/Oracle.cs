using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Oracles;

/// <summary>Measures what subnets' work is worth to others, late and not quite, and says so on the chain.</summary>
/// <remarks>What it hears is true: that nobody games it is an assumption in favour of whoever pays by its word.</remarks>
[Strategy("oracle", Role.Oracle,
    Rule = "At each pause it reports for every subnet what its work was worth to others some time ago, times a log-normal error; what it has not heard of for long counts for nothing.",
    Source = "Why dTAO is broken (March 2025), an objective function shared by all subnets; our choice of form")]
public sealed class Oracle : IStrategy
{
    private readonly BySubnet<Queue<(long Height, double Worth)>?> heard = new(null);
    private readonly BySubnet<bool> isReported = new(false);
    private long next;

    [Knob(KnobUnit.Blocks, "Time between two reports", AtLeast = 1, AtMost = 2_628_000)]
    public required double Pause { get; init; }

    [Knob(KnobUnit.Blocks, "How old what it reports is at least", AtLeast = 0, AtMost = 2_628_000)]
    public required double Lag { get; init; }

    [Knob(KnobUnit.Number, "Standard deviation of the log error of a report", AtLeast = 0, AtMost = 5)]
    public required double Noise { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which what nobody told again counts for nothing", AtLeast = 1, AtMost = 26_280_000)]
    public required double Stale { get; init; }

    public Intent Decide(Sight sight, Dice dice)
    {
        foreach (var post in sight.Heard.About(Topic.Output))
            if (double.IsFinite(post.Value)) (heard[post.Netuid] ??= []).Enqueue((post.Posted.Height, Math.Clamp(post.Value, 0, 1e6)));
        var intent = Intent.None;
        if (sight.Now.Height >= next)
        {
            next = sight.Now.Height + (long)Pause;
            intent = Intent.Of(Reports(sight, dice));
        }
        return intent.WakeMe(When.At(new Block(next)), When.Post(Topic.Output));
    }

    /// <summary>A draw for each subnet, so that the luck of one does not hang on what is known of another.</summary>
    private List<LedgerCommand?> Reports(Sight sight, Dice dice)
    {
        var reports = new List<LedgerCommand?>();
        foreach (ref readonly var quote in sight.Quotes.AsSpan())
        {
            var (worth, error) = (Known(quote.Netuid, sight.Now.Height), dice.LogNormal(1, Noise));
            if (worth is null && !isReported[quote.Netuid]) continue;
            reports.Add(new ReportUsefulness(sight.Own.Account, quote.Netuid, Tao.Of((decimal)Math.Min(1e6, (worth ?? 0) * error))));
            isReported[quote.Netuid] = worth is not null;
        }
        return reports;
    }

    /// <summary>The newest that is old enough; null where there is none or it is stale.</summary>
    private double? Known(NetUid netuid, long now)
    {
        if (heard[netuid] is not { Count: > 0 } told) return null;
        while (told.Count > 1 && told.ElementAt(1).Height <= now - Lag) told.Dequeue();
        var (height, worth) = told.Peek();
        return height <= now - Lag && height > now - Lag - Stale ? worth : null;
    }
}
