using System.CommandLine;
using Dtao.Cli.Screen;
using Dtao.Records.Measuring;
using Dtao.Records.Reading;
using Dtao.Records.Statistics;
using Dtao.Records.Validation;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Metrics;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao measure</c>: what returns, falls, shares and ranks of runs were like, a row a figure; or a sweep's metrics.</summary>
internal sealed class MeasureVerb(Terminal terminal, ParseResult parsed)
{
    private static readonly Argument<string[]> Runs = new("RUN") { Description = "Run folders, or ensembles: runs/sn28 is runs/sn28-s1, runs/sn28-s2 …; or one sweep folder.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> List = new("--list") { Description = "Lists everything that metrics of sweeps can be made of." };

    public static Command Command(Terminal terminal)
    {
        var command = new Command("measure", "Measures runs: volatility, tails, memory, drawdown, concentration, ranks, pumps and crashes; or a sweep: its metrics by point, with intervals.")
        {
            Runs, List, SweepMeasureVerb.Against, SweepMeasureVerb.Sobol, SweepMeasureVerb.Morris, CommonOptions.Jobs, AnswerOptions.Csv, CommonOptions.Json,
        };
        command.SetAction(parsed => (int)new MeasureVerb(terminal, parsed).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        if (parsed.GetValue(List)) return ListNames();
        return parsed.GetValue(Runs) switch
        {
            not { Length: > 0 } => throw new UsageError("Name run folders, or ask for --list."),
            [var sweep] when SweepRecord.IsSweep(sweep) => new SweepMeasureVerb(terminal, parsed).Execute(sweep),
            var folders when folders.FirstOrDefault(SweepRecord.IsSweep) is { } among => throw new UsageError($"{among} is a sweep: measure one alone."),
            _ when (parsed.GetValue(SweepMeasureVerb.Sobol) ?? parsed.GetValue(SweepMeasureVerb.Morris) ?? parsed.GetValue(SweepMeasureVerb.Against)) is not null => throw new UsageError("--against, --sobol and --morris are for sweeps."),
            var folders => OfRuns(folders),
        };
    }

    private ExitCode OfRuns(string[] folders)
    {
        var (runs, form, jobs) = (RunList.Of(folders), parsed.FormOf(), parsed.JobsOf());
        foreach (var left in runs.Left) terminal.Note($"{left} is not finished and was left out.");
        if (runs.Finished.Count == 0) throw new UsageError("None of these runs is finished.");
        var measured = runs.Read(jobs, Of);
        string[] columns = ["measure", .. runs.Finished.Select(NameOf), .. measured.Count > 1 ? ["median", "low", "high"] : Array.Empty<string>(), "meaning", "source"];
        terminal.Show(new Answer(columns, RunFigure.All.Select((figure, i) => Row(figure, [.. measured.Select(run => run[i])], form))), form);
        return runs.Left.Count > 0 ? ExitCode.SomeRunsFailed : ExitCode.Done;
    }

    private ExitCode ListNames()
    {
        terminal.Show(
            new Answer(["name", "kind", "unit", "meaning", "source"], MetricCatalogue.All.Select(metric => (object?[])[metric.Name, metric.Kind, metric.Unit.ToString().ToLowerInvariant(), metric.Meaning, metric.Source])),
            parsed.FormOf());
        return ExitCode.Done;
    }

    /// <summary>People read figures in their units, programs as they are.</summary>
    private static object?[] Row(RunFigure figure, double[] byRun, AnswerForm form)
    {
        var band = Band.Of(byRun);
        double[] values = byRun.Length > 1 ? [.. byRun, band.Median, band.Low, band.High] : byRun;
        return [figure.Name, .. values.Select(value => Cell(figure, value, form)), figure.Meaning, figure.Source];
    }

    private static object? Cell(RunFigure figure, double value, AnswerForm form) => double.IsNaN(value) ? null : form == AnswerForm.Table ? FigureText.Value(figure.Unit, value) : value;

    private static double[] Of(RunReader run)
    {
        using var evidence = Evidence.Of(run);
        return [.. RunFigure.All.Select(figure => figure.Of(evidence))];
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
}
