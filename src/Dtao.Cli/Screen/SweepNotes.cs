using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Reports;

namespace Dtao.Cli.Screen;

/// <summary>What is said of a sweep beside what was asked.</summary>
internal static class SweepNotes
{
    /// <summary>Says so where runs are missing or have failed.</summary>
    public static void NoticePartial(this Terminal terminal, SweepRecord sweep)
    {
        if (SweepSummary.Partial(sweep) is { } words) terminal.Note($"{sweep.Folder} is PARTIAL: {words}");
        if (sweep.Failed.Length > 0) terminal.Note(FormattableString.Invariant($"{sweep.Failed.Length} of {sweep.Runs.Length} runs failed and do not count: dtao query {sweep.Folder} @failures"));
    }
}
