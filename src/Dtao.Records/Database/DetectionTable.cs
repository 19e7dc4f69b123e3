using Dtao.Records.Detectors;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Database;

/// <summary>What detectors found, written when the run is over.</summary>
internal static class DetectionTable
{
    public static void Add(SqliteConnection connection, IEnumerable<Detection> detections)
    {
        using var insert = new Insert(connection, "detections", columns: 9);
        foreach (var detection in detections)
        {
            var seen = detection.Seen;
            insert.Value(detection.Id).Value(seen.Kind).Value(seen.Netuid.Value);
            if (seen.Account is { } account) insert.Value(account.Index);
            else insert.Nothing();
            insert.Value(seen.From.Height).Value(seen.To.Height).Value(seen.Value).Value(detection.Text).Value(detection.Evidence).Run();
        }
        insert.Flush();
    }
}
