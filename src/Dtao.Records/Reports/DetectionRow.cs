using System.Collections.Immutable;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Reports;

/// <summary>Something that a detector found.</summary>
/// <param name="Netuid">Null where it is about an agent, or about the whole market.</param>
internal sealed record DetectionRow(string Id, string Kind, int? Netuid, long From, long To, double Value, string Text)
{
    /// <summary>None in a record that no detector has looked at.</summary>
    public static ImmutableArray<DetectionRow> In(SqliteConnection run) =>
        !run.Has("detections")
            ? []
            : [.. run.Ask("SELECT id, kind, netuid, from_block, to_block, value, text FROM detections ORDER BY from_block, to_block, id", Read)];

    private static DetectionRow Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt32(2), row.GetInt64(3), row.GetInt64(4), row.IsDBNull(5) ? double.NaN : row.GetDouble(5), row.IsDBNull(6) ? "" : row.GetString(6));
}
