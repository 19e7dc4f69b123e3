using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Agents.Worlds;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Strategies.Catalogue;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Workers;

/// <summary>One run of a plan: run into a folder, measured, and the folder removed unless it is to be kept.</summary>
/// <param name="folder">Below which its folder is made.</param>
/// <param name="keeps">Whether the run folder stays, with log and report.</param>
public sealed class RunTask(SweepPlan plan, StrategyCatalogue strategies, ProgressFile progress, string folder, bool keeps)
{
    public RunRow Do(SweepRun run)
    {
        var config = PlanConfigs.Load(plan, run.Settings, strategies);
        if (config.HasErrors) return Failed(run, "", new RunFailure(FailureKind.Config, config.Diagnostics.ToImmutable().First(wrong => wrong.Severity == Hocon.Severity.Error).Message, null, null));
        try
        {
            return Done(run, config);
        }
        catch (Exception failure)
        {
            return Failed(run, config.Hash, FailureOf(failure, progress.Seen));
        }
        finally
        {
            progress.End();
        }
    }

    private RunRow Done(SweepRun run, LoadedConfig config)
    {
        var world = WorldBuilder.Build(config.Config, config.Config.Run.Seed, File.OpenText, new SavedRuns(plan.EarlierRuns, strategies));
        var name = NameOf(run);
        using var made = RunFolder.Create(folder, name, replace: true);
        var watched = progress.Begin(world.Seats, config.Config.Run.StrategyTimeLimit);
        var identity = new RunIdentity(name, Build.Version, Build.Commit, config.Hash, config.Config.Run.Seed, Build.Runtime)
        {
            Strategies = [.. strategies.Outside.Select(outside => new StrategyFile(outside.File, outside.Sha256))],
        };
        var result = RecordedRun.Run(world, config, identity, made, parts: keeps ? RecordParts.All : RecordParts.None, progress: watched);
        if (result.End.Failure is { } failure) return Failed(run, config.Hash, FailureOf(failure, watched));
        var outcome = plan.Metrics.Of(RunReader.Open(made.Path));
        if (!keeps) Directory.Delete(made.Path, recursive: true);
        return new RunRow(run.Number, outcome, result.HashHead, config.Hash, Failure: null);
    }

    public static string NameOf(SweepRun run) => FormattableString.Invariant($"p{run.Point.Number}-r{run.Replicate}");

    private static RunRow Failed(SweepRun run, string configHash, RunFailure failure) => new(run.Number, null, "", configHash, failure);

    private static RunFailure FailureOf(Exception failure, Agents.Lanes.LaneProgress progress) => failure switch
    {
        StrategyFault fault => new(fault.InnerException switch { null => FailureKind.Time, OutOfMemoryException => FailureKind.Memory, _ => FailureKind.Threw }, Told(fault), fault.Seat.Name, fault.Block.Height),
        InvariantBreach breach => new(FailureKind.Invariant, breach.Message, null, breach.Block.Height),
        WorldImpossible => new(FailureKind.Config, failure.Message, null, null),
        RecordingFailed or IOException or UnauthorizedAccessException => new(FailureKind.Disk, failure.Message, null, progress.Block),
        OutOfMemoryException => new(FailureKind.Memory, failure.Message, null, progress.Block),
        _ => new(FailureKind.Internal, $"{failure.GetType().Name}: {failure.Message}", null, progress.Block),
    };

    private static string Told(StrategyFault fault) => fault.InnerException is { } inner ? $"{fault.Message}: {inner.GetType().Name}: {inner.Message}" : fault.Message;
}
