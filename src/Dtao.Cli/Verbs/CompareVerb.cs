using System.CommandLine;
using Dtao.Agents.Configuration.Explaining;
using Dtao.Cli.Screen;
using Dtao.Records.Comparing;
using Dtao.Records.Reading;
using Dtao.Records.Reports;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Comparing;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao compare A B</c>: what differs between two runs, since which block and event, and by how much; between two ensembles, seed by seed; between two sweeps, point by point and seed by seed.</summary>
internal sealed class CompareVerb(Terminal terminal, RunParts parts, ParseResult parsed)
{
    private static readonly Argument<string> A = new("A") { Description = "A run folder, an ensemble (runs/sn28 is runs/sn28-s1, runs/sn28-s2 …), or a sweep folder." };
    private static readonly Argument<string> B = new("B") { Description = "Another one." };
    private static readonly Option<string?> Out = new("--out", "-o") { Description = $"Folder into which {ComparePage.File} is written. Default: the one that A lies in.", HelpName = "DIR" };

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var command = new Command("compare", "Compares two runs, two ensembles seed by seed, or two sweeps point by point. Exit 6 when they differ.") { A, B, Out, CommonOptions.Strategies, CommonOptions.Jobs, CommonOptions.Json };
        command.SetAction(parsed => (int)new CompareVerb(terminal, parts.With(parsed), parsed).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        if (Sweeps() is { } sweeps) return new SweepCompareVerb(terminal, parsed).Execute(sweeps.A, sweeps.B, PageOf(sweeps.A));
        var (a, b) = (Side(A), Side(B));
        foreach (var left in a.Runs.Left.Concat(b.Runs.Left)) terminal.Note($"{left} is not finished{(IsPair(a, b) ? ": compared as far as it is whole" : " and was left out")}.");
        var comparison = IsPair(a, b) ? OfRuns(a.Path, b.Path) : OfEnsembles(a, b);
        var page = ComparePage.Write(
            PageOf(a.Path), comparison.A, comparison.B, comparison.Verdict, CompareTables.Of(comparison),
            IsPair(a, b) ? (RunReader.Open(a.Path), RunReader.Open(b.Path)) : null);
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(CompareTables.Json(comparison, page));
        else CompareTables.Show(terminal, comparison, page);
        return comparison.IsSame ? ExitCode.Done : ExitCode.NotReproduced;
    }

    /// <summary>Null where neither is a sweep.</summary>
    private (string A, string B)? Sweeps()
    {
        var (a, b) = (Path.TrimEndingDirectorySeparator(parsed.GetValue(A)!), Path.TrimEndingDirectorySeparator(parsed.GetValue(B)!));
        return (SweepRecord.IsSweep(a), SweepRecord.IsSweep(b)) switch
        {
            (true, true) => (a, b),
            (false, false) => null,
            var (isSweep, _) => throw new UsageError($"{(isSweep ? a : b)} is a sweep and {(isSweep ? b : a)} is none."),
        };
    }

    /// <summary>The folder that the page is written into.</summary>
    private string PageOf(string a) => parsed.GetValue(Out) ?? Path.GetDirectoryName(Path.GetFullPath(a))!;

    private (string Path, RunList Runs) Side(Argument<string> named) => (Path.TrimEndingDirectorySeparator(parsed.GetValue(named)!), RunList.Of([parsed.GetValue(named)!]));

    private static bool IsPair((string Path, RunList Runs) a, (string Path, RunList Runs) b) => Directory.Exists(a.Path) && Directory.Exists(b.Path);

    private Comparison OfRuns(string a, string b)
    {
        var (first, second) = (RunReader.Open(RunArgument.Folder(a)), RunReader.Open(RunArgument.Folder(b)));
        var parting = FirstDifference.Between(first, second);
        var areWhole = IsWhole(first) && IsWhole(second);
        var isSame = parting is null && (!areWhole || first.HashHead == second.HashHead);
        return new Comparison(Name(a), Name(b), isSame, VerdictOn(parting, isSame, areWhole), Differences(a, b), parting, isSame || !areWhole ? [] : Single(RunArgument.Read(a, KeyMeasures.Of), RunArgument.Read(b, KeyMeasures.Of)), IsEnsemble: false);
    }

    /// <summary>Two runs are a pair, whatever their seeds.</summary>
    private static IReadOnlyList<PairedDifference> Single(KeyMeasures a, KeyMeasures b) => PairedDifference.Between([a], [b with { Seed = a.Seed }]);

    private Comparison OfEnsembles((string Path, RunList Runs) a, (string Path, RunList Runs) b)
    {
        if (a.Runs.Finished.Count == 0 || b.Runs.Finished.Count == 0) throw new UsageError("One of the two has no finished run.");
        var (first, second) = (Measured(a.Runs), Measured(b.Runs));
        var shared = first.Select(run => run.Seed).Intersect(second.Select(run => run.Seed)).Count();
        var measures = PairedDifference.Between(first, second);
        var isSame = first.Count == second.Count && shared == first.Count && a.Runs.Finished.Zip(b.Runs.Finished).All(pair => RunReader.Open(pair.First).HashHead == RunReader.Open(pair.Second).HashHead);
        var verdict = isSame ? "Every seed ended in the same state." : FormattableString.Invariant($"{first.Count} and {second.Count} runs, {shared} seeds in both. Differences are medians of B less A, seed by seed; nine of ten bootstrapped medians lie in the brackets.");
        return new Comparison(Name(a.Path), Name(b.Path), isSame, verdict, Differences(a.Runs.Finished[0], b.Runs.Finished[0]), Parting: null, measures, IsEnsemble: true);
    }

    private static string VerdictOn(FirstDifference? parting, bool isSame, bool areWhole) => parting switch
    {
        null when !areWhole => "Both tell the same, as far as both are whole.",
        null when isSame => "Both tell the same, to the last row.",
        null => "Both records tell the same, but their state hashes differ.",
        { Event: null } => FormattableString.Invariant($"They part at block {parting.Block.Height:#,0}, day {parting.Day:0.00}; what happened is the same up to the end, what was sampled is not."),
        { Event: { } told } => FormattableString.Invariant($"They part at block {parting.Block.Height:#,0}, day {parting.Day:0.00}; up to there both tell the same. The first event that differs is one of {told.Table}, at block {told.Block:#,0}."),
    };

    private IReadOnlyList<ConfigDifference>? Differences(string a, string b)
    {
        var (first, second) = (EffectiveConfig.Of(a, parts), EffectiveConfig.Of(b, parts));
        if (!first.HasErrors && !second.HasErrors) return ConfigDifference.Between(first, second);
        terminal.Note("The configuration of one of the two is of another version and cannot be read: not compared.");
        return null;
    }

    private IReadOnlyList<KeyMeasures> Measured(RunList runs)
    {
        var measured = runs.Read(parsed.JobsOf(), KeyMeasures.Of);
        return measured.Select(run => run.Seed).Distinct().Count() == measured.Count ? measured : throw new UsageError("An ensemble has two runs of the same seed.");
    }

    private static bool IsWhole(RunReader run) => run.State == Dtao.Records.Folders.RunState.Ok;

    private static string Name(string path) => Path.GetFileName(Path.GetFullPath(path));
}

/// <summary>What came of comparing.</summary>
/// <param name="Verdict">In a sentence or two.</param>
/// <param name="Config">Null where it could not be compared.</param>
/// <param name="Parting">Null where two runs tell the same, and for ensembles.</param>
internal sealed record Comparison(
    string A, string B, bool IsSame, string Verdict, IReadOnlyList<ConfigDifference>? Config, FirstDifference? Parting, IReadOnlyList<PairedDifference> Measures, bool IsEnsemble);
