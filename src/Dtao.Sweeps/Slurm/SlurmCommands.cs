using System.Diagnostics;

namespace Dtao.Sweeps.Slurm;

/// <summary>What is asked of Slurm, by its own programs.</summary>
internal static class SlurmCommands
{
    /// <summary>Hands in an array of tasks.</summary>
    /// <returns>The job's number.</returns>
    /// <exception cref="SlurmFailed">It was not taken.</exception>
    public static string Submit(IEnumerable<string> arguments)
    {
        var (code, job, error) = Ask("sbatch", ["--parsable", .. arguments]);
        return code == 0 ? job.Split(';')[0].Trim() : throw new SlurmFailed("sbatch", error.Trim());
    }

    /// <summary>Whether any task of a job waits or runs; true while the cluster does not answer.</summary>
    public static bool IsAlive(string job) => Ask("squeue", ["--noheader", "--jobs", job, "--format", "%i"]) switch
    {
        (0, var tasks, _) => tasks.Length > 0,
        (_, _, var said) => !said.Contains("Invalid job id", StringComparison.Ordinal),
    };

    public static void Cancel(string job) => Ask("scancel", [job]);

    private static (int Code, string Data, string Error) Ask(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var data = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, data, error.Result);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new SlurmFailed(program, missing.Message);
        }
    }
}

/// <summary>Slurm is not there, or did not do what it was asked.</summary>
public sealed class SlurmFailed(string program, string said) : Exception($"{program}: {said}");
