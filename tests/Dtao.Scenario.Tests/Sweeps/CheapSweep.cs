using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dtao.Scenario.Tests.Sweeps;

/// <summary>A sweep of many runs that each take next to nothing, and what is left of it.</summary>
internal static class CheapSweep
{
    public const string Base = """
        run.duration = 20 blocks
        genesis.launch.subnets = 2
        record { sample = 10 blocks }
        cohorts {
          herd       { role = speculator, strategy = meme-herder, count = 5, wealth = 10 tao, first-wake = { uniform = [1 blocks, 5 blocks] } }
          owners     { role = owner, strategy = sell-cut, count = 2, wealth = 20 tao }
          validators { role = validator, strategy = stake-dividends, count = 2, wealth = 50 tao }
        }
        """;

    /// <summary>Four points.</summary>
    public const string File = """
        base = cheap.conf
        vary { "cohorts.herd.count" = [5, 10, 20, 40] }
        metrics { sum = { series = price-sum, take = final }, trades = { series = trades, take = max } }
        series { every = 10 blocks, of = [price-sum] }
        """;

    public static void Write(TemporaryFolder folder)
    {
        System.IO.File.WriteAllText(folder["cheap.conf"], Base);
        System.IO.File.WriteAllText(folder["many.conf"], File);
    }

    /// <summary>Every row of every table, in the order in which they lie there.</summary>
    public static string Dump(string sweep)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(sweep, "sweep.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        var tables = Rows(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
        return string.Join('\n', tables.SelectMany(table => Rows(database, $"SELECT * FROM {table}").Prepend($"-- {table}")));
    }

    /// <summary>The runs that workers have finished, as often as they have.</summary>
    public static int[] Finished(string sweep) =>
        [.. System.IO.File.ReadLines(Path.Combine(sweep, "timings.csv")).Select(line => int.Parse(line.AsSpan(0, line.IndexOf(',', StringComparison.Ordinal)), CultureInfo.InvariantCulture))];

    /// <summary>Processes that serve the sweep in a folder.</summary>
    /// <param name="verb">What they were told to do.</param>
    public static int[] Workers(string folder, string verb = "worker") =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0).Where(id => id > 0 && Serves(id, folder, verb)),
    ];

    /// <returns>False where it had just ended.</returns>
    public static bool Kill(int process)
    {
        try
        {
            Process.GetProcessById(process).Kill();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool Serves(int process, string folder, string verb)
    {
        try
        {
            var words = System.IO.File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
            return words.Contains(verb) && words.Any(word => word.StartsWith(folder, StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return false; // It has just ended.
        }
    }

    private static List<string> Rows(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(at => Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture))));
        return rows;
    }
}
