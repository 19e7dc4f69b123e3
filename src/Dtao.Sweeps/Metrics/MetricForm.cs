using Dtao.Protocol.Units;
using Dtao.Records.Measuring;
using Dtao.Records.Validation;
using Microsoft.Data.Sqlite;

namespace Dtao.Sweeps.Metrics;

/// <summary>Where a metric's number comes from.</summary>
/// <param name="Meaning">In a line.</param>
public abstract record MetricForm(MeasureUnit Unit, string Meaning)
{
    public abstract Measurement Of(MeasuredRun run);
}

/// <summary>A statistic that targets ask for.</summary>
public sealed record MeasureForm(Measure Measure) : MetricForm(Measure.Unit, Measure.Meaning)
{
    public override Measurement Of(MeasuredRun run) => Measure.Of(run.Evidence);
}

/// <summary>A figure of a run of whatever length.</summary>
public sealed record FigureForm(RunFigure Figure) : MetricForm(Figure.Unit, Figure.Meaning)
{
    public override Measurement Of(MeasuredRun run) => Measurement.Of(Figure.Of(run.Evidence));
}

/// <summary>Which number of a series.</summary>
public enum Take
{
    Final,
    Min,
    Max,

    /// <summary>Over time.</summary>
    Mean,
}

/// <summary>One number of a series.</summary>
public sealed record SeriesForm(RunSeries Series, Take Take) : MetricForm(Series.Unit, $"{Series.Meaning}; {Words(Take)}")
{
    public override Measurement Of(MeasuredRun run) => run.CourseOf(Series) is var course ? Measurement.Of(Take switch
    {
        Take.Final => course.Final,
        Take.Min => course.Lowest,
        Take.Max => course.Highest,
        _ => course.Mean,
    }) : default;

    private static string Words(Take take) => take switch
    {
        Take.Final => "at the end",
        Take.Min => "lowest",
        Take.Max => "highest",
        _ => "mean over time",
    };
}

/// <summary>A series at a time.</summary>
/// <param name="Block">Since genesis.</param>
public sealed record SeriesAtForm(RunSeries Series, long Block) : MetricForm(Series.Unit, FormattableString.Invariant($"{Series.Meaning}; {Block / (double)Protocol.Units.Block.PerDay:0.###} days after genesis"))
{
    public override Measurement Of(MeasuredRun run) => Measurement.Of(run.CourseOf(Series).At(Block));
}

/// <summary>When a series first passes a level, in days after genesis; absent where it never does.</summary>
public sealed record PassageForm(RunSeries Series, bool IsAbove, double Level)
    : MetricForm(MeasureUnit.Days, FormattableString.Invariant($"days until {Series.Name} is first {(IsAbove ? "above" : "below")} {Level}"))
{
    public override Measurement Of(MeasuredRun run) =>
        run.CourseOf(Series).First(value => IsAbove ? value > Level : value < Level) is { } block ? Measurement.Of(block / (double)Block.PerDay) : Measurement.Absent("it never passed the level");
}

/// <summary>How often a run tells of something.</summary>
public sealed record CountForm(CountedKind Counted) : MetricForm(MeasureUnit.Count, $"how many: {Counted.Meaning}")
{
    public override Measurement Of(MeasuredRun run)
    {
        using var count = run.Database.CreateCommand();
        count.CommandText = $"SELECT count(*) FROM {Counted.Table} WHERE kind = $kind";
        count.Parameters.Add(new SqliteParameter("$kind", Counted.Name));
        return Measurement.Of((long)count.ExecuteScalar()!);
    }
}
