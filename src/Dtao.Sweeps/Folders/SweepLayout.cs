namespace Dtao.Sweeps.Folders;

/// <summary>The names of the files in a sweep's folder.</summary>
public static class SweepLayout
{
    /// <summary>The plan as a sweep file, the command line folded in.</summary>
    public const string Plan = "plan.conf";

    /// <summary>What came of the runs.</summary>
    public const string Database = "sweep.db";

    /// <summary>What each run cost; the only file in which two sweeps of one plan differ.</summary>
    public const string Timings = "timings.csv";

    /// <summary>A file for each failed run: what happened, and how to see it again.</summary>
    public const string Failed = "failed";

    /// <summary>Whole run folders, where they are kept.</summary>
    public const string Runs = "runs";

    /// <summary>Where workers write while a run lasts.</summary>
    public const string Work = "work";

    internal const string Lock = ".lock";

    public static bool IsSweep(string folder) => File.Exists(Path.Combine(folder, Plan));
}
