using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Sections;

/// <summary>Whether the laws of the economy held: what the run says, and what can be recomputed from its record.</summary>
internal static class LawSection
{
    private const long SupplyRao = 21_000_000_000_000_000;

    public static Section Of(Chronicle run) => new("laws", "Laws", Markup.Of(
        $"""
        <p>{Said(run)}</p>
        <p>This page recomputed from the record, at {Shown.Whole(run.Market.Blocks.Length)} sampled blocks:</p>
        {new DataTable(["law", "found", "verdict"], [.. Checks(run).Select(check => (System.Collections.Immutable.ImmutableArray<string>)[check.Law, check.Found, check.Holds ? "holds" : "BROKEN"])], Words: 3).Draw("Amounts in rao, 10⁻⁹ TAO or alpha.")}
        """));

    private static string Said(Chronicle run) => run.State switch
    {
        RunState.Ok => $"In each of {Shown.Whole(run.Manifest?.Progress.Counts.Blocks ?? 0)} blocks the program checked that no rao of TAO or alpha was made or lost; a broken law would have stopped the run."
            + $" Strategies threw {Shown.Whole(run.Manifest?.Progress.Counts.Faults ?? 0)} times.",
        RunState.Failed => $"The run stopped: {run.Run.FailedBecause}",
        _ => "The run has not ended; up to its last whole transaction every block was checked.",
    };

    private static IEnumerable<(string Law, string Found, bool Holds)> Checks(Chronicle run)
    {
        var (least, most, issued) = run.Database.Ask(
            """
            SELECT min(left_rao), max(left_rao), max(issued_rao) FROM (
                SELECT issued_rao, issued_rao - free_rao - root_staked_rao - dust_rao - reserves AS left_rao
                FROM blocks JOIN (SELECT block, sum(tao_reserve_rao) AS reserves FROM pools GROUP BY block) USING (block))
            """,
            row => row.IsDBNull(0) ? (0L, 0L, 0L) : (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2))).Single();
        yield return ("TAO issued = free + on root + in pools + dust + root dividends not yet paid", $"not yet paid: {Shown.Whole(least)} to {Shown.Whole(most)}", least >= 0);
        yield return ("TAO issued ≤ 21 million", Shown.Whole(issued), issued <= SupplyRao);
        var (alpha, tao, reserve) = run.Database.Ask(
            "SELECT max(alpha_reserve_rao + alpha_out_rao), min(tao_reserve_rao), min(alpha_reserve_rao) FROM pools", row => row.IsDBNull(0) ? (0L, 0L, 0L) : (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2))).Single();
        yield return ("alpha in existence ≤ 21 million on every subnet", $"at most {Shown.Whole(alpha)}", alpha <= SupplyRao);
        yield return ("no reserve runs dry", $"least {Shown.Whole(tao)} of TAO, {Shown.Whole(reserve)} of alpha", tao > 0 && reserve > 0);
    }
}
