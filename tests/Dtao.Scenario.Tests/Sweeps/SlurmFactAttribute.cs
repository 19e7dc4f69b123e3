using System.ComponentModel;
using System.Diagnostics;

namespace Dtao.Scenario.Tests.Sweeps;

/// <summary>A fact that needs a cluster with Slurm; <c>.ci/slurm</c> makes one of this machine alone.</summary>
public sealed class SlurmFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> IsUp = new(Answers);

    public SlurmFactAttribute()
    {
        if (!IsUp.Value) Skip = "No cluster with Slurm answers here: install slurm-wlm and munge and run .ci/slurm as root.";
    }

    private static bool Answers()
    {
        try
        {
            using var sinfo = Process.Start(new ProcessStartInfo("sinfo", ["--noheader", "--format", "%t"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            return sinfo.StandardOutput.ReadToEnd().Trim() is "idle" or "mix" or "alloc" && sinfo.WaitForExit(TimeSpan.FromSeconds(10)) && sinfo.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
