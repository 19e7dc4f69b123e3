using System.Collections.Immutable;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Stories;

/// <summary>Who had most to say in an epoch.</summary>
/// <param name="Id">The epoch's.</param>
/// <param name="Name">The validator with the most active stake; null where nobody voted.</param>
/// <param name="Share">Its share of the active stake, 0 to 1.</param>
/// <param name="Moved">Share of miners' pay that went to others than in the epoch before, 0 to 1.</param>
internal sealed record StrongestValidator(long Block, string Id, string? Name, double Share, double Moved)
{
    /// <summary>Of one subnet, in order; none of a record that does not say.</summary>
    public static ImmutableArray<StrongestValidator> Of(SqliteConnection run, int netuid) => !run.Has("epochs", "top_validator", "top_share", "incentive_moved")
        ? []
        :
        [
            .. run.Ask(
                "SELECT block, id, name, top_share, incentive_moved FROM epochs LEFT JOIN agents ON account = top_validator WHERE netuid = $netuid ORDER BY block",
                row => new StrongestValidator(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetDouble(3), row.GetDouble(4)), ("$netuid", netuid)),
        ];
}
