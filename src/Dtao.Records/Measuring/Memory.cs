using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>What an hour's return says of later ones: of their sign, and of their size. Medians over subnets.</summary>
internal static class Memory
{
    private const string Source = "Cont (2001), Quantitative Finance 1, 223, sections 4.1 and 4.3";

    public static IEnumerable<RunFigure> All { get; } =
    [
        new("acf-1h", MeasureUnit.Number, "autocorrelation of hourly log returns at 1 h, median over subnets", Source, e => RunFigure.MedianOfReturns(e, 1, returns => Autocorrelation.At(1, returns))),
        .. new[] { 1, 6, 24 }.Select(lag => new RunFigure(
            FormattableString.Invariant($"size-memory-{lag}h"), MeasureUnit.Number, FormattableString.Invariant($"autocorrelation of absolute hourly log returns at {lag} h, median over subnets"), Source,
            e => RunFigure.MedianOfReturns(e, 1, returns => Autocorrelation.OfSizeAt(lag, returns)))),
    ];
}
