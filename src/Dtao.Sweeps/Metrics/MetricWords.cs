using System.Globalization;
using System.Text.RegularExpressions;
using Dtao.Hocon;

namespace Dtao.Sweeps.Metrics;

/// <summary>Metrics as a command line writes them: <c>pump-multiple</c>, <c>price-sum:final</c>, <c>price-sum:10 days</c>, <c>pump</c>, <c>worst-24h&lt;=-80%</c>.</summary>
public static partial class MetricWords
{
    private const int LongestName = 41;

    private static readonly string[] Takes = ["final", "min", "max", "mean"];

    /// <returns>Settings of a sweep file, <c>metrics.name={ … }</c>, in the order given.</returns>
    /// <exception cref="FormatException">One of them is none; the message says which, and what may have been meant.</exception>
    public static IReadOnlyList<string> Settings(IEnumerable<string> words) => [.. words.Select(Setting)];

    private static string Setting(string word)
    {
        var parts = Form.Match(word);
        var (name, which, level) = (parts.Groups["name"].Value, parts.Groups["which"].Value.Trim(), parts.Groups["level"].Value.Trim());
        var source = Sources(name, which.Length > 0).FirstOrDefault() ?? throw new FormatException($"{word} is no metric: {Meant(name)}");
        if (parts.Groups["than"].Success && level.Length == 0) throw new FormatException($"{word} is no metric: there is nothing behind {parts.Groups["than"].Value}");
        var threshold = level.Length == 0 ? "" : $", {(parts.Groups["than"].Value == ">=" ? "at-least" : "at-most")} = {level}";
        var setting = $"metrics.{NameOf(word)}={{ {FormOf(source, which)}{threshold} }}";
        return Wrong(setting) is { } wrong ? throw new FormatException($"{word} is no metric: {wrong.Message}. {wrong.Remedy}".TrimEnd()) : setting;
    }

    [GeneratedRegex(@"^(?<name>[\w.-]*)(:(?<which>[^<>]*))?((?<than>>=|<=)(?<level>.*))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Form { get; }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NoName { get; }

    private static IEnumerable<MetricSource> Sources(string name, bool isSeries) => MetricCatalogue.All.Where(source => source.Name == name && (!isSeries || source.Key == "series"));

    private static string FormOf(MetricSource source, string which) =>
        which.Length == 0 ? source.Form : $"series = {source.Name}, {(Takes.Contains(which, StringComparer.Ordinal) ? "take" : "at")} = {which}";

    private static string Meant(string name)
    {
        if (MetricCatalogue.All.Any(source => source.Name == name)) return $"{name} is no series, and only of a series is a value taken";
        var question = Spelling.Question(Spelling.AllNearest(name, MetricCatalogue.All.Select(source => source.Name)));
        return $"{(question.Length == 0 ? "there is no such name" : question)}  (dtao measure --list names them all)";
    }

    /// <summary>What it is called in tables.</summary>
    private static string NameOf(string word)
    {
        var spelled = word.Replace(">=", "-from-", StringComparison.Ordinal).Replace("<=-", "-to-minus-", StringComparison.Ordinal).Replace("<=", "-to-", StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture);
        var name = NoName.Replace(spelled, "-").Trim('-');
        return name.Length <= LongestName ? name : name[..LongestName].TrimEnd('-');
    }

    private static Diagnostic? Wrong(string setting)
    {
        var diagnostics = new DiagnosticBag();
        var reader = new ConfigReader(ConfigLoader.Load(MemoryConfigSource.Empty, [ConfigLayer.Setting(setting)], diagnostics).Root, diagnostics);
        MetricSet.Read(reader);
        reader.Done();
        return diagnostics.HasErrors ? diagnostics.ToImmutable()[0] : null;
    }
}
