using System.CommandLine;
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

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[Jobs, Memory, FailFast, KeepGoing, MaxFailures, Retries, Keep]) command.Options.Add(option);
    }

    /// <exception cref="UsageError">They cannot be.</exception>
    public static SweepSettings SettingsOf(ParseResult parsed)
    {
        var jobs = parsed.GetValue(Jobs) ?? Environment.ProcessorCount;
        if (jobs is < 1 or > 1024) throw new UsageError("-j must be from 1 to 1024.");
        if (parsed.GetValue(MaxFailures) < 0 || parsed.GetValue(Retries) < 0) throw new UsageError("--max-failures and --retries must be 0 or more.");
        if (parsed.GetValue(FailFast) && (parsed.GetValue(KeepGoing) || parsed.GetValue(MaxFailures) is not null)) throw new UsageError("--fail-fast goes with neither --keep-going nor --max-failures.");
        if (parsed.GetValue(KeepGoing) && parsed.GetValue(MaxFailures) is not null) throw new UsageError("--keep-going does not go with --max-failures.");
        return new SweepSettings(jobs, parsed.GetValue(FailFast) ? 0 : parsed.GetValue(MaxFailures), parsed.GetValue(Retries));
    }

    public static WorkerSettings WorkersOf(ParseResult parsed, string folder, int jobs)
    {
        var memory = parsed.GetValue(Memory) is { } mebibytes ? (long)mebibytes << 20 : (long)(MemoryShare * GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / jobs);
        if (memory < LeastMemory) throw new UsageError(FormattableString.Invariant($"--memory must be at least {LeastMemory >> 20}."));
        return new WorkerSettings([.. Program(), WorkerVerb.Verb, folder, .. parsed.GetValue(Keep) ? [Keep.Name] : Array.Empty<string>()], memory);
    }

    /// <summary>This program once more, be it started by its own name or through dotnet.</summary>
    private static string[] Program()
    {
        var (host, program) = (Environment.ProcessPath!, typeof(DtaoApp).Assembly.Location);
        return Path.GetFileNameWithoutExtension(host) == "dotnet" ? [host, program] : File.Exists(Path.ChangeExtension(program, null)) ? [Path.ChangeExtension(program, null)] : ["dotnet", program];
    }
}
