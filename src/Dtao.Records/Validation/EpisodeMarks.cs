using Dtao.Protocol.Units;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Validation;

/// <summary>Which subnet was taken over and when, and when the foundation said that it pays for selling. From what was posted, never from a scenario.</summary>
/// <param name="Takeover">An owner's first posting on how far the subnet pays its miners for holding; 0, in a control, is not at all.</param>
/// <param name="Announcement">The foundation's first posting that it pays there for selling; null where none came.</param>
public sealed record EpisodeMarks(int Netuid, Block Takeover, Block? Announcement)
{
    /// <summary>Null where no owner posted such a thing.</summary>
    public static EpisodeMarks? Of(SqliteConnection run)
    {
        var takeovers = run.Ask(
            """
            SELECT netuid, block FROM postings JOIN agents USING (account)
            WHERE topic = 'PayForHolding' AND role = 'owner' ORDER BY block, postings.rowid LIMIT 1
            """,
            row => (Netuid: row.GetInt32(0), Block: new Block(row.GetInt64(1))));
        return takeovers is [var first] ? new EpisodeMarks(first.Netuid, first.Block, AnnouncementOn(run, first.Netuid, first.Block)) : null;
    }

    private static Block? AnnouncementOn(SqliteConnection run, int netuid, Block takeover) => run.Ask(
        """
        SELECT min(block) FROM postings JOIN agents USING (account)
        WHERE topic = 'PayForSelling' AND value > 0 AND role = 'foundation' AND netuid = $netuid AND block >= $from
        """,
        row => row.IsDBNull(0) ? (Block?)null : new Block(row.GetInt64(0)), ("$netuid", netuid), ("$from", takeover.Height)).Single();
}
