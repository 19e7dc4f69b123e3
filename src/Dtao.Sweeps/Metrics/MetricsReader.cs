using System.Text.RegularExpressions;
using Dtao.Hocon;
using Dtao.Protocol.Units;
using Dtao.Records.Measuring;
using Dtao.Records.Reading;
using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;
using Dtao.Sweeps.Database;

namespace Dtao.Sweeps.Metrics;

/// <summary>Reads the metrics of a sweep file, a key each; what is wrong is reported at its place.</summary>
internal sealed partial class MetricsReader(ConfigReader c)
{
    private const string Listed = "(dtao measure --list names them all)";

    /// <summary>Ways to say what a metric is.</summary>
    private static readonly string[] Forms = ["measure", "figure", "series", "count", "first"];

    public IReadOnlyList<Metric> Read()
    {
        var sections = c.Each().ToArray();
        var metrics = sections.Select(declared => ReadOne(declared.Name, declared.Section)).OfType<Metric>().ToArray();
        var broken = sections.Select(declared => declared.Name).Except(metrics.Select(metric => metric.Name), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, section) in sections) CheckGiven(metrics, broken, name, section);
        return metrics;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,40}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NamePattern { get; }

    /// <returns>Null where it is wrong, which is then reported.</returns>
    private Metric? ReadOne(string name, ConfigReader m)
    {
        if (!NamePattern.IsMatch(name)) c.ReportName(name, "is no name of a metric", "write a small letter, then up to 40 small letters, digits and dashes");
        else if (SweepSchema.OwnColumns.Contains(name, StringComparer.Ordinal)) c.ReportName(name, "is what a sweep calls something else", $"take another name than {string.Join(", ", SweepSchema.OwnColumns)}");
        var form = ReadForm(m);
        var threshold = form is null ? Unread(m, "at-least", "at-most") : ReadThreshold(m, form.Unit);
        var given = m.Has("given") ? m.Text("given") : null;
        var meaning = m.Has("meaning") ? m.Text("meaning") : null;
        if (form is null) return null;
        var unit = threshold is null ? form.Unit : MeasureUnit.Percent;
        return new Metric(name, unit, meaning ?? (threshold is { } event_ ? $"{form.Meaning}: {event_}" : form.Meaning), threshold is not null, given, form, threshold) { Origin = c.Value(name)!.KeyOrigin };
    }

    private static MetricForm? ReadForm(ConfigReader m)
    {
        var said = Forms.Where(m.Has).ToArray();
        foreach (var more in said.Skip(1)) m.ReportName(more, $"is one too many beside {said[0]}", "a metric is one of them");
        return said.FirstOrDefault() switch
        {
            "figure" => Named(m, "figure", name => RunFigure.All.FirstOrDefault(figure => figure.Name == name) is { } figure ? new FigureForm(figure) : null),
            "series" => ReadSeries(m),
            "count" => Named(m, "count", name => CountedKind.Find(name) is { } kind ? new CountForm(kind) : null),
            "first" => ReadPassage(m),
            _ => Named(m, "measure", Measured),
        };
    }

    /// <summary>A measure, or a figure: no name is both.</summary>
    private static MetricForm? Measured(string name) =>
        MeasureCatalogue.Find(name) is { } measure ? new MeasureForm(measure)
        : RunFigure.All.FirstOrDefault(figure => figure.Name == name) is { } figure ? new FigureForm(figure)
        : null;

    private static MetricForm? ReadSeries(ConfigReader m)
    {
        var series = SeriesOf(m, "series");
        if (m.Has("at") && m.Has("take")) m.ReportName("at", "goes with no take", "drop one of them");
        if (m.Has("at")) return m.Blocks("at") is var block && series is { } at ? new SeriesAtForm(at, block) : null;
        var take = Enum.Parse<Take>(m.Choice("take", "final", "min", "max", "mean"), ignoreCase: true);
        return series is { } taken ? new SeriesForm(taken, take) : null;
    }

    private static MetricForm? ReadPassage(ConfigReader m)
    {
        var series = SeriesOf(m, "first");
        var (isBelow, isAbove) = (m.Has("below"), m.Has("above"));
        if (isBelow && isAbove) m.ReportName("below", "goes with no above", "drop one of them");
        return series is null ? null : new PassageForm(series, !isBelow, LevelOf(m, isBelow ? "below" : "above", series.Unit));
    }

    private static RunSeries? SeriesOf(ConfigReader m, string key) => Named(m, key, RunSeries.Find);

    /// <summary>What a key names; where there is no such thing, what may have been meant.</summary>
    private static T? Named<T>(ConfigReader m, string key, Func<string, T?> find) where T : class
    {
        var name = m.Text(key);
        if (name.Length == 0) return null;
        if (find(name) is { } found) return found;
        var kind = key == "first" ? "series" : key;
        m.Report(key, $"is \"{SafeText.Excerpt(name)}\", which is no {(kind == "count" ? "detection or event" : kind)}", Meant(name, kind));
        return null;
    }

    private static string Meant(string name, string kind)
    {
        var known = MetricCatalogue.All;
        if (known.FirstOrDefault(other => other.Name == name) is { } elsewhere) return $"it is a {elsewhere.Kind}: write {elsewhere.Form}  {Listed}";
        var question = Spelling.Question(Spelling.AllNearest(name, known.Where(other => other.Key == kind || (kind, other.Key) == ("measure", "figure")).Select(other => other.Name)));
        return question.Length == 0 ? Listed : $"{question}  {Listed}";
    }

    /// <summary>Keys whose unit nobody knows, since what they belong to is wrong already; so they are not called unknown.</summary>
    private static Threshold? Unread(ConfigReader m, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys) m.Has(key);
        return null;
    }

    private static Threshold? ReadThreshold(ConfigReader m, MeasureUnit unit)
    {
        double? low = m.Has("at-least") ? LevelOf(m, "at-least", unit) : null, high = m.Has("at-most") ? LevelOf(m, "at-most", unit) : null;
        if (low > high) m.Report("at-least", "is above at-most", "nothing lies between them");
        return low is null && high is null ? null : new Threshold(low, high);
    }

    /// <summary>A number in a unit, as configurations write it.</summary>
    private static double LevelOf(ConfigReader m, string key, MeasureUnit unit) => unit switch
    {
        MeasureUnit.Percent => m.Fraction(key, double.NegativeInfinity, atMost: null),
        MeasureUnit.Tao => m.Tao(key) / Rao.PerCoin,
        MeasureUnit.Hours => m.Blocks(key) / (double)Block.PerHour,
        MeasureUnit.Days => m.Blocks(key) / (double)Block.PerDay,
        _ => m.Number(key),
    };

    private void CheckGiven(Metric[] metrics, HashSet<string> broken, string name, ConfigReader section)
    {
        if (!section.Has("given") || section.Text("given") is not { Length: > 0 } given || broken.Contains(given)) return;
        if (metrics.FirstOrDefault(metric => metric.Name == given) is not { } event_)
            section.Report("given", $"is \"{SafeText.Excerpt(given)}\", which is no metric", Spelling.Question(Spelling.AllNearest(given, c.Names())) is { Length: > 0 } question ? question : "name one that stands here");
        else if (!event_.IsEvent)
            section.Report("given", $"is {given}, which is no event", $"give {given} at-least or at-most");
        else if (LeadsBack(metrics, name))
            section.Report("given", "leads back to itself", "one of them must stand without the others");
    }

    private static bool LeadsBack(Metric[] metrics, string name)
    {
        var at = GivenOf(name);
        for (var step = 0; at is not null && at != name && step < metrics.Length; step++) at = GivenOf(at);
        return at == name;

        string? GivenOf(string metric) => metrics.FirstOrDefault(other => other.Name == metric)?.Given;
    }
}
