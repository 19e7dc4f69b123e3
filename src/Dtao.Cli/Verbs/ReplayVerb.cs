using System.CommandLine;
using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Cli.Screen;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Records.Rebuilding;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao replay RUN</c>: runs a recorded run once more from its own effective configuration, and compares the state-hash chains.</summary>
internal sealed class ReplayVerb(Terminal terminal, RunParts parts, CancellationToken stop)
{
    private static readonly Argument<string> Run = new("RUN") { Description = "A run folder." };
    private static readonly Option<bool> Verify = new("--verify") { Description = "Exit 6 unless the replay ends in the same state hash." };

    private static readonly Option<bool> FromLog = new("--from-log") { Description = "No agents: settles the orders of the run's full log once more. It needs record.topics = [trades, decisions, epochs, ledger]." };

    public static Command Command(Terminal terminal, RunParts parts, CancellationToken stop)
    {
        var command = new Command("replay", "Runs a recorded run again and compares the state hashes.") { Run, Verify, FromLog, CommonOptions.Strategies, CommonOptions.Quiet, CommonOptions.Verbose, CommonOptions.Json };
        command.SetAction(parsed => (int)new ReplayVerb(terminal, parts.With(parsed), stop).Execute(parsed));
        return command;
    }

    private ExitCode Execute(ParseResult parsed)
    {
        var (folder, telling) = (parsed.GetValue(Run)!, Telling.Of(parsed));
        var notes = new RunNotes(terminal, telling.IsVerbose);
        if (!Directory.Exists(folder)) throw new UsageError($"{folder} is no run folder.");
        if (RunFolder.StateOf(folder) != RunState.Ok) throw new UsageError($"{folder} is {RunFolder.StateOf(folder).ToString().ToUpperInvariant()}: only a finished run can be replayed.");
        var recorded = RunReader.Open(folder).Manifest() ?? throw new UsageError($"{folder} has no {RunLayout.Manifest}: there is nothing to compare with.");
        if (parsed.GetValue(FromLog)) return CompareLog(folder, recorded, telling.Json);
        Demand(recorded.Identity.Strategies, folder);
        var config = LoadedConfig.Load(ConfigInput.Of(Path.Combine(folder, RunLayout.EffectiveConfig)), parts.Strategies);
        notes.Read(config);
        if (terminal.Refusal(config.Diagnostics, telling.Json) is { } refused) return refused;
        var replayed = Replay(config, Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))!, parsed.GetValue(CommonOptions.Quiet) || telling.Json, notes);
        if (replayed.End.Failure is { } failure) return terminal.Tell(failure, telling);
        if (replayed.End.Stop == RunStop.Cancelled) return ExitCode.Interrupted;
        return Compare(recorded, replayed, parsed.GetValue(Verify), telling.Json);
    }

    /// <summary>A run with strategies from outside is that run only with the very same ones.</summary>
    private void Demand(IReadOnlyList<StrategyFile> recorded, string folder)
    {
        foreach (var file in recorded.Where(file => parts.Strategies.Outside.All(given => given.Sha256 != file.Sha256)))
        {
            var other = parts.Strategies.Outside.FirstOrDefault(given => given.File == file.Name);
            var given = other is null ? "" : $"; the {other.File} named here has {other.Sha256}: it was built anew, or is another one";
            throw new UsageError($"{folder} was run with strategies of {file.Name}, SHA-256 {file.Sha256}{given}. Name the same file: --strategies PATH/{file.Name}");
        }
    }

    /// <param name="runs">Where the recorded run lies; one that it began with lies beside it.</param>
    private RunResult Replay(LoadedConfig config, string runs, bool isQuiet, RunNotes notes)
    {
        var world = parts.World(config, runs);
        notes.Built(config, world);
        var progress = new ProgressLine(terminal, world.Genesis, world.LastBlock, isQuiet);
        var result = RecordedRun.Run(world, stop, progress.Show);
        progress.End();
        notes.Ended(result);
        return result;
    }

    /// <summary>A log that is not whole, or says what the ledger does not do, ends in its own error.</summary>
    private ExitCode CompareLog(string folder, RunManifest recorded, bool json)
    {
        var replayed = LogReplay.Of(RunReader.Open(folder).Events());
        var isSame = recorded.Progress.HashHead == replayed.HashHead;
        if (json)
            terminal.Json(new System.Text.Json.Nodes.JsonObject { ["recorded"] = recorded.Progress.HashHead, ["replayed"] = replayed.HashHead, ["reproduced"] = isSame });
        else
            terminal.Say(isSame ? $"Reproduced from the log alone: state hash {replayed.HashHead}." : $"Not reproduced: the manifest has {recorded.Progress.HashHead}, the log gives {replayed.HashHead}.");
        return isSame ? ExitCode.Done : ExitCode.NotReproduced;
    }

    private ExitCode Compare(RunManifest recorded, RunResult replayed, bool verify, bool json)
    {
        var isSame = recorded.Progress.HashHead == replayed.HashHead;
        if (json)
            terminal.Json(new System.Text.Json.Nodes.JsonObject { ["recorded"] = recorded.Progress.HashHead, ["replayed"] = replayed.HashHead, ["reproduced"] = isSame });
        else
            terminal.Say(isSame
                ? $"Reproduced: state hash {replayed.HashHead}."
                : $"Not reproduced: recorded {recorded.Progress.HashHead} by {recorded.Identity.Version} {recorded.Identity.Commit}, replayed {replayed.HashHead} by {Build.Version} {Build.Commit}.");
        return isSame || !verify ? ExitCode.Done : ExitCode.NotReproduced;
    }
}
