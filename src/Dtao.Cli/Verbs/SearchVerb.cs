using System.CommandLine;
using System.Runtime.ExceptionServices;
using Dtao.Cli.Screen;
using Dtao.Hocon;
using Dtao.Records.Folders;
using Dtao.Records.Validation;
using Dtao.Sweeps.Searching;
using Dtao.Sweeps.Validation;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao search</c>: draws settings, runs them, and says which come nearest to the record.</summary>
internal sealed class SearchVerb(Terminal terminal, RunParts parts, CancellationToken stop, ParseResult parsed)
{
    private static readonly Argument<string> File = new("FILE") { Description = "Search file, or the name of a shipped search." };
    private static readonly Option<string?> Name = new("--name") { Description = "Name of the search's folder. Default: the file's name, after search-." };
    private static readonly Option<bool> Keep = new("--keep") { Description = "Keeps the run folders; else they are removed once measured." };

    private readonly bool json = parsed.GetValue(CommonOptions.Json);

    public static Command Command(Terminal terminal, RunParts parts, CancellationToken stop)
    {
        var command = new Command("search", "Draws settings of a run, scores them against the record, and prints the best. Goes on where an earlier one stopped.")
        {
            File, CommonOptions.Out, CommonOptions.Jobs, Name, Keep, CommonOptions.Strategies, CommonOptions.Quiet, CommonOptions.Verbose, CommonOptions.Json,
        };
        command.SetAction(parsed => (int)new SearchVerb(terminal, parts.With(parsed), stop, parsed).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        var jobs = parsed.JobsOf();
        var diagnostics = new DiagnosticBag();
        var plan = SearchFile.Read(SearchFile.Find(parsed.GetValue(File)!), diagnostics);
        if (terminal.Refusal(diagnostics, json) is { } refused) return refused;
        var targetDiagnostics = new DiagnosticBag();
        var targets = TargetsFile.Read(plan.Record, targetDiagnostics);
        if (terminal.Refusal(targetDiagnostics, json) is { } withoutTargets) return withoutTargets;
        var configs = CandidateConfigs.Of(plan, parts.Strategies);
        if (terminal.Refusal(configs.Diagnostics, json) is { } wrong) return wrong;
        var folder = Path.Combine(parsed.GetValue(CommonOptions.Out)!, RunName.Checked(parsed.GetValue(Name) ?? "search-" + Path.GetFileNameWithoutExtension(parsed.GetValue(File)!)));
        Directory.CreateDirectory(folder);
        return Run(plan, targets with { Targets = [.. targets.Targets.Where(target => plan.Targets.Contains(target.Number))] }, configs, folder, jobs);
    }

    private ExitCode Run(SearchPlan plan, TargetSet targets, CandidateConfigs configs, string folder, int jobs)
    {
        var (results, isWhole) = Score(plan, targets, configs, folder, SearchResults.First, jobs);
        var finals = isWhole && plan.FinalsOf(results.Ranked) is { } last ? Score(last, targets, CandidateConfigs.Of(last, parts.Strategies), folder, SearchResults.OfFinals, jobs) : default((SearchResults Results, bool IsWhole)?);
        if (json) terminal.Json(SearchTable.Json(plan, results, finals?.Results));
        else SearchTable.Show(terminal, results, finals?.Results);
        if (finals?.IsWhole ?? isWhole) return ExitCode.Done;
        terminal.Note(FormattableString.Invariant($"Interrupted: {results.Rows.Count} of {plan.Tried.Count} are in {Path.Combine(folder, SearchResults.First)}. To go on: {Telling.Of(parsed).Command.Again}"));
        return ExitCode.Interrupted;
    }

    private (SearchResults Results, bool IsWhole) Score(SearchPlan plan, TargetSet targets, CandidateConfigs configs, string folder, string file, int jobs)
    {
        var results = SearchResults.Open(Path.Combine(folder, file), plan, configs.Of);
        try
        {
            new Search(plan, targets, results).Run(jobs, configs.Of, (candidate, seed) => Measured(configs, candidate, seed, folder, targets), Progress);
            return (results, true);
        }
        catch (OperationCanceledException)
        {
            return (results, false);
        }
    }

    private RunMeasures Measured(CandidateConfigs configs, Candidate candidate, ulong seed, string folder, TargetSet targets)
    {
        stop.ThrowIfCancellationRequested();
        var settings = new RunSettings(folder, Force: true, Quiet: true, new Telling(json, IsVerbose: false, CommandWords.Of(parsed)));
        var member = new SingleRun(terminal, settings, parts, stop).Member(configs.Load(candidate, seed), FormattableString.Invariant($"c{candidate.Number}-s{seed}"));
        if (member.Failure is { } failure) ExceptionDispatchInfo.Throw(failure);
        var measures = RunMeasures.Of(Records.Reading.RunReader.Open(member.Folder!), targets);
        if (!parsed.GetValue(Keep)) Directory.Delete(member.Folder!, recursive: true);
        return measures;
    }

    private void Progress(SearchRow row)
    {
        if (!parsed.GetValue(CommonOptions.Quiet) && !json) terminal.Note(FormattableString.Invariant($"candidate {row.Candidate.Number}: {row.Score.Held} of {row.Score.Judged} figures hold, the others miss by {row.Score.Distance:0.##} widths"));
    }
}
