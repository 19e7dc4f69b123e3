using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>What those made of their TAO who are after emission, and those who pay for it.</summary>
internal static class StrategyGains
{
    private static readonly string[] Strategies = ["harvester", "squatter", "takeover", "bitcoin-mine", "business", "retail", "revenue-analyst"];

    public static IEnumerable<RunFigure> All { get; } =
    [
        .. Strategies.Select(strategy => new RunFigure(
            "return-" + strategy, MeasureUnit.Percent, $"what agents with the strategy {strategy} got out of all that they put in, less 1, median",
            "liquidation value at the end and TAO paid outside, over the start's and TAO brought in", e => Of(e, strategy))),
    ];

    private static double Of(Evidence evidence, string strategy) =>
        evidence.Chain?.Returns().FirstOrDefault(group => group.Name == strategy) is { } group ? group.Median : double.NaN;
}
