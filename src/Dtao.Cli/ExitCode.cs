using Dtao.Agents.Running;
using Dtao.Agents.Worlds;
using Dtao.Records.Folders;
using Dtao.Records.Queries;
using Dtao.Strategies.Catalogue;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Database;
using Dtao.Sweeps.Searching;
using Dtao.Sweeps.Slurm;

namespace Dtao.Cli;

/// <summary>What <c>dtao</c> tells the shell.</summary>
public enum ExitCode
{
    Done = 0,
    InternalError = 1,
    Usage = 2,
    ConfigInvalid = 3,
    SomeRunsFailed = 4,
    InvariantBroken = 5,
    NotReproduced = 6,
    DiskFailed = 7,
    Refused = 8,
    Interrupted = 130,
}

/// <summary>Which code a failure has.</summary>
public static class ExitCodes
{
    public const string Help =
        "Exit codes: 0 done, 1 internal error, 2 usage, 3 config invalid, 4 some runs failed, 5 invariant broken, 6 not reproduced, its record was changed, or two configurations or runs differ, 7 disk or I/O, 8 refused (limits, lock held), 130 Ctrl-C.";

    public static ExitCode Of(Exception failure) => failure switch
    {
        UsageError or QueryRefused or WrongDesign => ExitCode.Usage,
        WorldImpossible or StrategyAssemblyRefused => ExitCode.ConfigInvalid,
        StrategyFault => ExitCode.SomeRunsFailed,
        InvariantBreach => ExitCode.InvariantBroken,
        InvalidDataException => ExitCode.NotReproduced,
        RecordingFailed or IOException or UnauthorizedAccessException => ExitCode.DiskFailed,
        RunFolderRefused { Reason: FolderRefusal.BadName } => ExitCode.Usage,
        RunFolderRefused or SearchChanged or SweepChanged or SlurmFailed or FileIsThere => ExitCode.Refused,
        OperationCanceledException => ExitCode.Interrupted,
        _ => ExitCode.InternalError,
    };
}

/// <summary>What would be written is there already. Nothing was written.</summary>
public sealed class FileIsThere(string path) : Exception($"{path} is there already and stays as it is. Nothing was written.");

/// <summary>The command line asks for something that cannot be.</summary>
public sealed class UsageError(string message) : Exception(message);
