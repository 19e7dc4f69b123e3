using System.Globalization;

namespace Dtao.Records.Stories;

/// <summary>A story in about ten lines, each ending with what it rests on.</summary>
public static class StoryText
{
    private const int Cohorts = 5;

    public static IEnumerable<string> Lines(Story story)
    {
        if (story.Purchase is { } bought)
            yield return $"Day {Day(bought.Day)}: {bought.Text}, number {Whole(bought.Rank)} of {Whole(bought.Subnets)} by price at {Price(bought.Price)} {bought.Backing}";
        yield return $"Day {Day(story.Takeover.Day)}: {story.Takeover.By} says that SN{Whole(story.Netuid)} pays its miners {Percent(story.Takeover.Pays)} for alpha held {story.Takeover.Backing}";
        if (story.Places.Cohorts is not [])
            yield return $"Places taken till the peak: {Names(story.Places)} {story.Places.Backing}";
        yield return $"Bought till the peak, less sold: {Names(story.Buying)} {story.Buying.Backing}";
        yield return $"Day {Day(story.Peak.Day)}: peak at {Price(story.Peak.Price)}, {Times(story.Peak.Multiple)} the low before it, number {Whole(story.Peak.Rank)} of {Whole(story.Peak.Subnets)} {story.Peak.Backing}";
        yield return $"At the peak it has {Percent(story.Peak.PriceShare)} of the sum of prices and {Percent(story.Peak.EmissionShare)} of the emission [block {Whole(story.Peak.Backing.ToBlock)}]";
        yield return Answer(story);
        foreach (var line in Fall(story)) yield return line;
        yield return $"TAO out less TAO in since the takeover, with alpha left at the last price: {Names(story.Gains)} {story.Gains.Backing}";
    }

    private static string Answer(Story story) => story.Answer is not { } answer
        ? "The foundation says nothing about it"
        : $"Day {Day(answer.Day)}: {answer.By} says that it pays {Percent(answer.Pays)} for alpha sold{Weight(answer.StakeShare, story.Kappa)}{Next(answer.PaidNext)} {answer.Backing}";

    private static string Weight(double? share, double? kappa) => (share, kappa) switch
    {
        (null, _) => "",
        (_, null) => $", with {Percent(share)} of the stake weight",
        _ => $", with {Percent(share)} of the stake weight, {(share >= kappa ? "enough" : "too little")} to set the consensus alone (kappa {Percent(kappa)})",
    };

    private static string Next(double? paid) => paid is null ? "" : $"; the next epoch pays miners {paid.Value.ToString("#,0.#", CultureInfo.InvariantCulture)} alpha";

    private static IEnumerable<string> Fall(Story story)
    {
        if (story.Fall is [.., var last])
            yield return $"Price after {(story.Answer is null ? "the peak" : "that")}: {string.Join(", ", story.Fall.Select(fall => $"{Signed(fall.Return)} in {fall.Within}"))} "
                + last.Backing;
        if (story.LargestStep is { } step) yield return $"Largest fall in {step.Within}: {Signed(step.Return)} {step.Backing}";
        if (story.Selling.Cohorts is not []) yield return $"Bought from the peak to the low, less sold: {Names(story.Selling)} {story.Selling.Backing}";
        if (story.Rebound is { } rebound) yield return $"Rebound within {rebound.Within} of the low: {Signed(rebound.Return)} {rebound.Backing}";
    }

    /// <summary>The largest sums, whichever their sign, in the order of the sums.</summary>
    private static string Names(Flows flows)
    {
        var largest = flows.Cohorts.OrderByDescending(flow => Math.Abs(flow.Tao)).Take(Cohorts).ToHashSet();
        return string.Join(", ", flows.Cohorts.Where(largest.Contains).Select(flow => $"{flow.Cohort} {Amount(flow.Tao)} TAO ({Whole(flow.Accounts)})").DefaultIfEmpty("nobody"));
    }

    private static string Day(double day) => day.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Price(double? price) => price is { } known ? known.ToString("0.#####", CultureInfo.InvariantCulture) + " TAO/alpha" : "no price";

    private static string Times(double? multiple) => multiple is { } known ? "×" + known.ToString("0.0", CultureInfo.InvariantCulture) : "far above";

    private static string Amount(double tao) => tao.ToString("+#,0.0;-#,0.0;0.0", CultureInfo.InvariantCulture);

    private static string Percent(double? fraction) => fraction is { } known ? (known * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %" : "an unknown share";

    private static string Signed(double? fraction) => fraction is { } known ? (known * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %" : "unknown";

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
