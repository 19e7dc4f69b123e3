using System.Text.RegularExpressions;
using Dtao.Hocon;
using Dtao.Sweeps.Database;
using Microsoft.Data.Sqlite;

namespace Dtao.Sweeps.Metrics;

/// <summary>When a point of a sweep has told enough: an SQL expression over its finished runs, such as <c>half_width(crashed) &lt; 0.1</c>.</summary>
/// <remarks>
/// Metrics and factors are named as they are; SQLite's aggregates, and those of <see cref="SampleAggregates"/>. Which runs have finished is the caller's to order: the
/// rule sees what is in the table.
/// </remarks>
public sealed partial class StopRule
{
    private readonly string sql;

    private StopRule(string expression, string sql) => (Expression, this.sql) = (expression, sql);

    /// <summary>As it was written.</summary>
    public string Expression { get; }

    /// <summary>Reads <c>stop-when</c> of a sweep file and tries it on no runs.</summary>
    /// <param name="factors">Paths of the settings that differ between points.</param>
    /// <returns>Null where there is none, or where it is wrong, which is then reported.</returns>
    public static StopRule? Read(ConfigReader sweep, MetricSet metrics, IReadOnlyList<string> factors)
    {
        const string Key = "stop-when";
        if (!sweep.Has(Key)) return null;
        var text = sweep.Text(Key);
        string[] columns = ["run", "replicate", "seed", .. factors, .. metrics.Metrics.Select(metric => metric.Name)];
        var rule = new StopRule(text, SqlOf(text, columns, metrics));
        if (text.Length == 0 || Foreign.Match(text) is { Success: true } foreign && Refuse(foreign.Value)) return null;
        using var empty = EmptyRuns(columns);
        try
        {
            if (rule.Ask(empty, point: 1).Count == 1) return rule;
            sweep.Report(Key, "asks each run for itself", "write of all runs of a point, as in count(crashed) >= 30");
        }
        catch (SqliteException wrong)
        {
            sweep.Report(Key, $"is no expression: {MessageOf(wrong)}", $"(known: {string.Join(", ", columns)}; count, mean, sd, half_width, min, max, sum)");
        }
        return null;

        bool Refuse(string word)
        {
            sweep.Report(Key, $"has {word} in it", "write one expression, as in half_width(crashed) < 0.1");
            return true;
        }
    }

    /// <param name="sweep">A database with the table <c>runs</c>.</param>
    public bool Holds(SqliteConnection sweep, long point) => Ask(sweep, point) is [true];

    /// <summary>More than an expression: another statement, a question within, a comment that hides the rest.</summary>
    [GeneratedRegex(@";|--|/\*|\bselect\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Foreign { get; }

    /// <summary>Text in quotes, or a word as settings and metrics are named.</summary>
    [GeneratedRegex("""'[^']*'|"[^"]*"|[A-Za-z_](?>[A-Za-z0-9_.-]*)(?!\s*\()""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Word { get; }

    [GeneratedRegex("""\bhalf_width\s*\(\s*"(?<name>[^"]*)"\s*\)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex HalfWidth { get; }

    /// <summary>Dashes and points are part of names here, and an event's interval is that of a share.</summary>
    private static string SqlOf(string text, string[] columns, MetricSet metrics)
    {
        var quoted = Word.Replace(text, word => columns.Contains(word.Value, StringComparer.Ordinal) ? SweepSchema.Quoted(word.Value) : word.Value);
        var events = metrics.Metrics.Where(metric => metric.IsEvent).Select(metric => metric.Name).ToHashSet(StringComparer.Ordinal);
        var told = HalfWidth.Replace(quoted, found => events.Contains(found.Groups["name"].Value) ? $"{SampleAggregates.HalfWidthOfShare}({SweepSchema.Quoted(found.Groups["name"].Value)})" : found.Value);
        return $"SELECT ({told}) FROM runs WHERE point = $point AND state = 'done'";
    }

    private static SqliteConnection EmptyRuns(string[] columns)
    {
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = $"CREATE TABLE runs (point, state, {string.Join(", ", columns.Select(SweepSchema.Quoted))})";
        create.ExecuteNonQuery();
        return connection;
    }

    /// <summary>"SQLite Error 1: 'no such column: x'." without the frame.</summary>
    private static string MessageOf(SqliteException wrong) => wrong.Message.Split('\'', 2) is [_, var inner] ? inner.TrimEnd('.', '\'') : wrong.Message;

    private List<bool> Ask(SqliteConnection sweep, long point)
    {
        SampleAggregates.Register(sweep);
        using var command = sweep.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$point", point);
        using var rows = command.ExecuteReader();
        var answers = new List<bool>();
        while (rows.Read()) answers.Add(!rows.IsDBNull(0) && rows.GetDouble(0) != 0);
        return answers;
    }
}
