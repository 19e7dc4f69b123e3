using System.CommandLine;
using System.Globalization;
using Dtao.Sweeps.Folders;
using Dtao.Sweeps.Slurm;
using Dtao.Sweeps.Workers;

namespace Dtao.Cli.Verbs;

/// <summary>What sweeps and their resumption have in common on the command line.</summary>
internal static class SweepOptions
{
    private const long LeastMemory = 64 << 20;

    /// <summary>What of the machine's memory workers may have together.</summary>
    private const double MemoryShare = 0.8;

    public static Option<int?> Jobs { get; } = new("--jobs", "-j") { Description = "Workers. Default: one for each core." };
    public static Option<int?> Memory { get; } = new("--memory") { Description = "MiB that a worker may take; a run beyond it fails alone. Default: its part of four fifths of what there is.", HelpName = "MIB" };
    public static Option<bool> FailFast { get; } = new("--fail-fast") { Description = "Stops at the first failed run." };
    public static Option<bool> KeepGoing { get; } = new("--keep-going") { Description = "Goes on whatever fails. This is the default." };
    public static Option<int?> MaxFailures { get; } = new("--max-failures") { Description = "Stops once more runs than this have failed.", HelpName = "N" };
    public static Option<int> Retries { get; } = new("--retries") { Description = "How often a run is begun anew whose process somebody killed.", HelpName = "N", DefaultValueFactory = _ => 5 };
    public static Option<bool> Keep { get; } = new("--keep") { Description = "Keeps every run's folder, with log and report, in the sweep's folder runs." };

    public static Option<string> On { get; } = new("--on") { Description = "Where runs are run: here, or on a cluster with Slurm, whose nodes share this file system.", DefaultValueFactory = _ => Here };
    public static Option<int> Tasks { get; } = new("--tasks") { Description = "On a cluster: most tasks of a job array. Each has many runs where there are more.", HelpName = "N", DefaultValueFactory = _ => 500 };
    public static Option<string[]> Sbatch { get; } = new("--sbatch") { Description = "On a cluster: a word for sbatch, such as --sbatch=--partition=long.", HelpName = "WORD", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };

    private const string Here = "here", OnSlurm = "slurm";

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[Jobs, Memory, FailFast, KeepGoing, MaxFailures, Retries, Keep, On, Tasks, Sbatch]) command.Options.Add(option);
        On.AcceptOnlyFromAmong(Here, OnSlurm);
    }

    /// <summary>Workers at a time.</summary>
    /// <exception cref="UsageError">The number cannot be.</exception>
    public static int JobsOf(ParseResult parsed) => CommonOptions.CheckedJobs(parsed.GetValue(Jobs) ?? Environment.ProcessorCount);

    /// <summary>Failed runs beyond which no more are begun; null for any number.</summary>
    /// <exception cref="UsageError">Options contradict each other.</exception>
    public static int? MaxFailuresOf(ParseResult parsed)
    {
        var (failFast, keepGoing, most) = (parsed.GetValue(FailFast), parsed.GetValue(KeepGoing), parsed.GetValue(MaxFailures));
        if (most < 0) throw new UsageError("--max-failures must be 0 or more.");
        if ((failFast ? 1 : 0) + (keepGoing ? 1 : 0) + (most is null ? 0 : 1) > 1) throw new UsageError("Of --fail-fast, --keep-going and --max-failures there can be one.");
        return failFast ? 0 : most;
    }

    /// <summary>Who is to run the runs.</summary>
    /// <param name="folder">Of the sweep.</param>
    /// <exception cref="UsageError">Options cannot be.</exception>
    public static ICrew CrewOf(ParseResult parsed, string folder)
    {
        var retries = parsed.GetValue(Retries) is >= 0 and var given ? given : throw new UsageError("--retries must be 0 or more.");
        if (parsed.GetValue(Tasks) < 1) throw new UsageError("--tasks must be 1 or more.");
        return new AfterSlurm(folder, parsed.GetValue(On) == OnSlurm
            ? new SlurmCrew(new SlurmSettings([.. Program(), TaskVerb.Verb, .. Again(parsed)], parsed.GetValue(Jobs), parsed.GetValue(Tasks), parsed.GetValue(Sbatch) ?? [], retries), folder)
            : new LocalCrew(WorkersOf(parsed, folder, JobsOf(parsed)), Path.Combine(folder, SweepLayout.Work), JobsOf(parsed), retries));
    }

    public static WorkerSettings WorkersOf(ParseResult parsed, string folder, int jobs)
    {
        var memory = parsed.GetValue(Memory) is { } mebibytes ? (long)mebibytes << 20 : (long)(MemoryShare * GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / jobs);
        if (memory < LeastMemory) throw new UsageError(FormattableString.Invariant($"--memory must be at least {LeastMemory >> 20}."));
        return new WorkerSettings([.. Program(), WorkerVerb.Verb, folder, .. parsed.GetValue(Keep) ? [Keep.Name] : Array.Empty<string>()], memory);
    }

    /// <summary>What a task on another machine is to know of this command line.</summary>
    private static IEnumerable<string> Again(ParseResult parsed) =>
        [.. parsed.GetValue(Keep) ? [Keep.Name] : Array.Empty<string>(), .. parsed.GetValue(Memory) is { } memory ? [Memory.Name, memory.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>()];

    /// <summary>This program once more, be it started by its own name or through dotnet.</summary>
    private static string[] Program()
    {
        var (host, program) = (Environment.ProcessPath!, typeof(DtaoApp).Assembly.Location);
        return Path.GetFileNameWithoutExtension(host) == "dotnet" ? [host, program] : File.Exists(Path.ChangeExtension(program, null)) ? [Path.ChangeExtension(program, null)] : ["dotnet", program];
    }
}
