namespace Dtao.Sweeps.Analysis;

/// <summary>How a metric differs between two sweeps, pair by pair.</summary>
/// <param name="Point">Of the first sweep; null over all points.</param>
/// <param name="MeanA">Over the pairs in which both tell, as is <paramref name="MeanB"/>.</param>
/// <param name="Difference">Of B less A.</param>
public sealed record SweepDifference(StudiedMetric Metric, PointRow? Point, double MeanA, double MeanB, SampleMean Difference)
{
    /// <param name="inB">The same metric, where the second sweep has it.</param>
    public static SweepDifference Of(StudiedMetric metric, StudiedMetric inB, PointRow? point, IReadOnlyCollection<RunPair> pairs)
    {
        var told = pairs.Select(pair => (A: pair.A.Values[metric.Position], B: pair.B.Values[inB.Position], pair.A.Seed)).Where(pair => !double.IsNaN(pair.A) && !double.IsNaN(pair.B)).ToArray();
        var differences = told.Select(pair => (pair.B - pair.A, pair.Seed));
        var difference = metric.IsEvent ? PairedShare.Of(differences) : SampleMean.OfFigure(new SeededValues(differences));
        return new SweepDifference(metric, point, Mean(told.Select(pair => pair.A)), Mean(told.Select(pair => pair.B)), difference);
    }

    /// <summary>Whether the interval leaves out no difference at all.</summary>
    public bool IsClear => Difference.Low > 0 || Difference.High < 0;

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(double.NaN).Average();
}
