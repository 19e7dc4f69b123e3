using System.CommandLine;
using System.Globalization;
using Dtao.Cli.Screen;
using Dtao.Hocon;
using Dtao.Records.Panels;
using Dtao.Records.Validation;
using Dtao.Sweeps.Validation;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao validate</c>: holds runs, and the chain's own price files, against what is on record of the chain.</summary>
internal sealed class ValidateVerb(Terminal terminal, ParseResult parsed)
{
    private static readonly Argument<string[]> Runs = new("RUN") { Description = "Run folders, or ensembles: runs/sn28 is runs/sn28-s1, runs/sn28-s2 ….", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string[]> Control = new("--control") { Description = "The same without the foundation.", HelpName = "RUN", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Targets = new("--targets") { Description = "Targets. Default: those of the chain's first months.", HelpName = "FILE" };
    private static readonly Option<string?> Record = new("--record") { Description = "Folder of the chain's price files: measures them too.", HelpName = "PATH" };

    public static Command Command(Terminal terminal)
    {
        var command = new Command("validate", "Holds a run or an ensemble against the chain's record.") { Runs, Control, Targets, Record, CommonOptions.Jobs, CommonOptions.Json };
        command.SetAction(parsed => (int)new ValidateVerb(terminal, parsed).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        var json = parsed.GetValue(CommonOptions.Json);
        var diagnostics = new DiagnosticBag();
        var set = TargetsFile.Read(parsed.GetValue(Targets) ?? TargetsFile.Shipped, diagnostics);
        if (terminal.Refusal(diagnostics, json) is { } refused) return refused;
        var (runs, control) = (RunList.Of(parsed.GetValue(Runs) ?? []), RunList.Of(parsed.GetValue(Control) ?? []));
        if (runs.Finished.Count == 0 && parsed.GetValue(Record) is null) throw new UsageError(runs.Left.Count > 0 ? "None of these runs is finished." : "Name a run, an ensemble, or --record PATH.");
        foreach (var left in runs.Left.Concat(control.Left)) terminal.Note($"{left} is not finished and was left out.");
        var card = Scorecard.Of(set, Measured(runs, set), [.. Measured(control, set).Select(AsControl)]);
        var history = parsed.GetValue(Record) is { } folder ? HistoryOf(folder, set, card.Runs > 0 ? card.Days : null) : null;
        if (json) terminal.Json(ValidationJson.Of(set, card, history));
        else ValidationTable.Show(terminal, card, history);
        return history is { Unexplained: > 0 } ? ExitCode.NotReproduced : runs.Left.Count + control.Left.Count > 0 ? ExitCode.SomeRunsFailed : ExitCode.Done;
    }

    private IReadOnlyList<RunMeasures> Measured(RunList runs, TargetSet set) => runs.Read(parsed.JobsOf(), run => RunMeasures.Of(run, set));

    private static RunMeasures AsControl(RunMeasures run) => run.Announced ? throw new UsageError($"{run.Name} is no control: the foundation acted in it.") : run;

    private static History HistoryOf(string folder, TargetSet set, double? days)
    {
        if (!Directory.Exists(folder)) throw new UsageError($"There is no folder {folder}.");
        var files = new RecordFiles(folder);
        if (files.Missing.Count > 0) throw new UsageError($"{folder} lacks {string.Join(", ", files.Missing)}.");
        using var chain = Evidence.Of(files, set.Marks, set.Start);
        var whole = RunMeasures.Of("chain", chain, set);
        return new History(whole, days is { } first && first < chain.Days ? RunMeasures.Of(string.Create(CultureInfo.InvariantCulture, $"chain to day {first:0}"), chain.First(first), set) : null, set);
    }
}
