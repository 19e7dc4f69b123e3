using System.Text.Json.Nodes;
using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Cli.Screen;
using Dtao.Protocol.Units;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Records.Stories;
using Dtao.Records.Summaries;

namespace Dtao.Cli.Verbs;

/// <summary>One world, from its configuration to its folder and the words on the screen.</summary>
internal sealed class SingleRun(Terminal terminal, RunSettings settings, RunParts parts, CancellationToken stop)
{
    private readonly RunNotes notes = new(terminal, settings.Telling.IsVerbose);

    /// <summary>Runs and tells.</summary>
    public ExitCode Execute(LoadedConfig config, string name)
    {
        try
        {
            var (result, folder) = Run(config, name);
            notes.Ended(result);
            if (result.End.Failure is { } failure) return terminal.Tell(failure, settings.Telling);
            if (result.End.Stop == RunStop.Cancelled) return Interrupted(result, folder);
            Show(SummaryOf(result, folder), folder, ProfileOf(result));
            return ExitCode.Done;
        }
        catch (Exception failure) when (ExitCodes.Of(failure) != ExitCode.InternalError)
        {
            return terminal.Tell(failure, settings.Telling);
        }
    }

    /// <summary>Runs in silence, whatever comes of it.</summary>
    public EnsembleMember Member(LoadedConfig config, string name)
    {
        try
        {
            var (result, folder) = Run(config, name);
            if (result.End.Stop == RunStop.Cancelled) return new EnsembleMember(name, config.Config.Run.Seed, folder, null, new OperationCanceledException());
            var summary = result.End.Failure is null ? SummaryOf(result, folder) : null;
            return new EnsembleMember(name, config.Config.Run.Seed, folder, summary, result.End.Failure);
        }
        catch (Exception failure)
        {
            return new EnsembleMember(name, config.Config.Run.Seed, null, null, failure);
        }
    }

    private (RunResult Result, string Folder) Run(LoadedConfig config, string name)
    {
        var world = parts.World(config, settings.Out);
        notes.Built(config, world);
        var folder = RunFolder.Create(settings.Out, name, settings.Force);
        notes.Opened(folder.Path);
        var progress = new ProgressLine(terminal, world.Genesis, world.LastBlock, settings.Quiet || settings.Telling.Json);
        try
        {
            return (RecordedRun.Run(world, config, IdentityOf(config, name), folder, stop, progress.Show, profile: settings.Profile), folder.Path);
        }
        finally
        {
            progress.End();
        }
    }

    private ExitCode Interrupted(RunResult result, string folder)
    {
        terminal.Note(FormattableString.Invariant($"Interrupted after block {result.End.Block.Height}; {folder} is partial. To have it whole: {settings.Telling.Command.Again}"));
        return ExitCode.Interrupted;
    }

    private ProfileTable? ProfileOf(RunResult result) =>
        settings.Profile is { } profile ? new ProfileTable(profile, (result.End.Block - result.World.Genesis) / (double)Block.PerDay) : null;

    private void Show(RunSummary summary, string folder, ProfileTable? profile)
    {
        if (settings.Telling.Json)
        {
            var json = (JsonObject)JsonNode.Parse(summary.ToJson())!;
            json["folder"] = folder;
            json["report"] = ReportIn(folder);
            if (profile is not null) json["profile"] = profile.ToJson();
            terminal.Json(json);
            return;
        }
        foreach (var line in SummaryText.Lines(summary)) terminal.Say(line);
        terminal.Say($"Run folder: {folder}");
        if (ReportIn(folder) is { } report) terminal.Say($"Report: {report}");
        else terminal.Note($"The report could not be written; the run is whole. To see why: dtao report {folder}");
        profile?.Show(terminal);
    }

    /// <summary>Null where it could not be written.</summary>
    private static string? ReportIn(string folder) => Path.Combine(folder, RunLayout.Report) is var report && File.Exists(report) ? report : null;

    private static RunSummary SummaryOf(RunResult result, string folder)
    {
        var (run, returns) = (RunReader.Open(folder), StrategyReturns.Of(RunReader.Open(folder)));
        return RunSummary.Of(run.Manifest()!, result.First.Market, result.Last.Market, returns.Cohorts, returns.Strategies, story: StoryReader.Of(run));
    }

    private RunIdentity IdentityOf(LoadedConfig config, string name) =>
        new(name, Build.Version, Build.Commit, config.Hash, config.Config.Run.Seed, Build.Runtime)
        {
            Strategies = [.. parts.Strategies.Outside.Select(outside => new StrategyFile(outside.File, outside.Sha256))],
        };
}
