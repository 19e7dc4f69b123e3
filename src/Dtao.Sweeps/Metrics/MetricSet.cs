using Dtao.Hocon;
using Dtao.Protocol.Units;
using Dtao.Records.Measuring;
using Dtao.Records.Reading;

namespace Dtao.Sweeps.Metrics;

/// <summary>What is kept of every run of a sweep.</summary>
/// <param name="Series">Names of <see cref="RunSeries"/>.</param>
/// <param name="SeriesEveryBlocks">Series are read at its multiples after genesis, 1 or more; where a run was not sampled then, the value of the last sample before holds.</param>
public sealed record MetricSet(IReadOnlyList<Metric> Metrics, IReadOnlyList<string> Series, long SeriesEveryBlocks)
{
    /// <summary>Where a sweep file says how often series are kept.</summary>
    internal Origin? SeriesOrigin { get; init; }

    /// <summary>What is kept where a sweep file does not say: of any run, whatever its length and story.</summary>
    public static MetricSet Usual { get; } = UsualMetrics.Read();

    /// <summary>Reads <c>metrics</c> and <c>series</c> of a sweep file; what is wrong is reported at its place.</summary>
    public static MetricSet Read(ConfigReader sweep)
    {
        var metrics = sweep.Has("metrics") ? new MetricsReader(sweep.Section("metrics")).Read() : Usual.Metrics;
        if (!sweep.Has("series")) return new(metrics, [], 1);
        var c = sweep.Section("series");
        var every = c.Blocks("every", 1);
        var names = c.Choices("of", [.. RunSeries.All.Select(series => series.Name)]);
        return new(metrics, [.. names.OfType<string>().Distinct(StringComparer.Ordinal)], every) { SeriesOrigin = c.Value("every")?.Origin };
    }

    /// <summary>Takes all metrics and series of a finished run.</summary>
    /// <exception cref="InvalidDataException">The run lacks what is measured.</exception>
    public RunOutcome Of(RunReader run)
    {
        using var measured = new MeasuredRun(run);
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        return new RunOutcome(
            [.. Metrics.Select(metric => ValueOf(metric, measured, values))],
            [.. Series.SelectMany(name => measured.CourseOf(RunSeries.Find(name)!).Every(SeriesEveryBlocks).Select(seen => new SeriesValue(name, seen.Block, seen.Value)))]);
    }

    /// <summary>What cannot be kept of a run that lasts so long and is sampled so often, at its place in the sweep file.</summary>
    public IEnumerable<Diagnostic> Misfits(long runBlocks, long sampleBlocks)
    {
        if (Series.Count > 0 && SeriesOrigin is { } every && SeriesEveryBlocks % sampleBlocks != 0)
            yield return new Diagnostic(Severity.Error, every, FormattableString.Invariant($"series.every is {SeriesEveryBlocks} blocks, and runs are sampled every {sampleBlocks}"), FormattableString.Invariant($"write a multiple of record.sample, {sampleBlocks} blocks"));
        foreach (var metric in Metrics)
        {
            if (metric.Form is SeriesAtForm at && at.Block > runBlocks)
                yield return new Diagnostic(Severity.Error, metric.Origin, FormattableString.Invariant($"metrics.{metric.Name} is taken {at.Block} blocks after genesis, and runs last {runBlocks}"), "take it earlier, or raise run.duration");
            if (metric.Form is MeasureForm or FigureForm && runBlocks >= Block.PerHour && Block.PerHour % sampleBlocks != 0)
                yield return new Diagnostic(Severity.Error, metric.Origin, FormattableString.Invariant($"metrics.{metric.Name} needs samples every hour, and runs are sampled every {sampleBlocks} blocks"), "record.sample must divide 1 hour");
        }
    }

    private double ValueOf(Metric metric, MeasuredRun run, Dictionary<string, double> values)
    {
        if (values.TryGetValue(metric.Name, out var known)) return known;
        var isGiven = metric.Given is null || Metrics.FirstOrDefault(other => other.Name == metric.Given) is { } given && ValueOf(given, run, values) == 1;
        return values[metric.Name] = isGiven ? metric.Of(run) : double.NaN;
    }
}
