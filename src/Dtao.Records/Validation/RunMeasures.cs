using Dtao.Records.Reading;

namespace Dtao.Records.Validation;

/// <summary>Every measure that targets ask for, taken of one run.</summary>
/// <param name="Announced">Whether the foundation said that it pays for selling.</param>
public sealed record RunMeasures(string Name, double Days, bool Announced, IReadOnlyDictionary<string, Measurement> ByName)
{
    /// <exception cref="InvalidDataException">The run lacks what is measured.</exception>
    public static RunMeasures Of(RunReader run, TargetSet set)
    {
        using var evidence = Evidence.Of(run);
        return Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(run.Path)), evidence, set);
    }

    public static RunMeasures Of(string name, Evidence evidence, TargetSet set)
    {
        var wanted = set.Targets.SelectMany(target => target.Figures).Select(figure => figure.Measure).OfType<Measure>().DistinctBy(measure => measure.Name);
        return new RunMeasures(
            name, evidence.Days, evidence.Marks?.Announcement is not null, wanted.ToDictionary(measure => measure.Name, measure => measure.Of(evidence), StringComparer.Ordinal));
    }

    public Measurement Of(TargetFigure figure) => figure.Measure is { } measure ? ByName[measure.Name] : Measurement.Unknown(figure.Why);
}
