using Dtao.Records.Validation;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Measuring;

/// <summary>A quantity over the course of a run, read at every sampled block.</summary>
/// <param name="Meaning">What it is, in a line.</param>
/// <param name="Of">Its course in a run's database; empty where the run has nothing of the kind.</param>
public sealed record RunSeries(string Name, MeasureUnit Unit, string Meaning, Func<SqliteConnection, Course> Of)
{
    /// <summary>Every series there is, in the order in which they are shown.</summary>
    public static IReadOnlyList<RunSeries> All { get; } = [.. MarketSeries.All, .. ShareSeries.All, .. TradingSeries.All, .. TakeoverSeries.All, .. KindSeries.All];

    private static readonly Dictionary<string, RunSeries> ByName = All.ToDictionary(series => series.Name, StringComparer.Ordinal);

    /// <returns>Null for a name that none has.</returns>
    public static RunSeries? Find(string name) => ByName.GetValueOrDefault(name);

    /// <param name="sql">Gives block and value, in the order of blocks.</param>
    internal static RunSeries Asked(string name, MeasureUnit unit, string meaning, string sql) => new(name, unit, meaning, run => Course.Of(run, sql));
}
