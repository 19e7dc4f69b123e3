using System.Globalization;
using Dtao.Cli.Screen;
using Dtao.Records.Validation;

namespace Dtao.Cli.Verbs;

/// <summary>A validation on the screen: a row a figure, then the totals. A miss is called a miss.</summary>
internal static class ValidationTable
{
    private const int JointlyOf = 5;

    public static void Show(Terminal terminal, Scorecard card, History? history)
    {
        var columns = ColumnsOf(card, history).ToArray();
        terminal.Table([.. columns.Select(column => column.Header)], Rows(card).Select(row => (string[])[.. columns.Select(column => column.Cell(row))]));
        foreach (var line in Totals(card)) terminal.Say(line);
        foreach (var line in Differences(card, history)) terminal.Say(line);
    }

    private static IEnumerable<Row> Rows(Scorecard card) =>
        card.Targets.SelectMany(target => target.Figures.Select((figure, index) => new Row(target, figure, IsFirst: index == 0)));

    private static IEnumerable<Column> ColumnsOf(Scorecard card, History? history)
    {
        yield return new("#", row => row.IsFirst ? Whole(row.Target.Target.Number) : "");
        yield return new("target", row => row.IsFirst ? row.Target.Target.Title + (row.Target.Target.InSample ? " (in-sample)" : "") : "");
        yield return new("figure", row => row.Figure.Figure.Name);
        yield return new("real", row => row.Figure.Figure.Real);
        if (history is not null)
        {
            yield return new("price files", row => FigureText.Value(row.Figure.Figure, history.Whole.Of(row.Figure.Figure).Value));
            yield return new("agree", row => history.Agrees(row.Figure.Figure) switch { true => "yes", false => "NO", _ => "" });
        }
        if (history?.Beginning is { } beginning) yield return new(beginning.Name, row => FigureText.Value(row.Figure.Figure, beginning.Of(row.Figure.Figure).Value));
        yield return new("accepted", row => FigureText.Range(row.Figure.Figure));
        if (card.Runs == 0) yield break;
        yield return new("simulated", row => FigureText.Band(row.Figure.Figure, row.Figure.Band));
        yield return new("verdict", row => VerdictOf(row.Figure, row.Target.Target));
        yield return new("target's verdict", row => row.IsFirst ? VerdictOf(row.Target) : "");
        yield return new("if announced", row => row.Figure.IsConditional ? FigureText.Band(row.Figure.Figure, row.Figure.Conditional) : "");
    }

    private static string VerdictOf(FigureResult figure, Target target) => figure.Verdict switch
    {
        Verdict.Holds when target.Kind == TargetKind.Counted => "holds",
        Verdict.Holds => "agrees",
        Verdict.Misses when target.Kind == TargetKind.Counted => "misses",
        Verdict.Misses => "differs",
        Verdict.NotMeasurable => "not measurable" + (figure.Why.Length > 0 ? ": " + figure.Why : ""),
        _ => "",
    };

    private static string VerdictOf(TargetResult target) => target.Verdict switch
    {
        Verdict.Holds => target.IsPartial ? "HOLDS in part" : "HOLDS",
        Verdict.Misses => "MISSES",
        Verdict.NotMeasurable => target is { Target.Control: true, Figures: [{ ByRun.Length: 0 }, ..] } ? "needs --control" : "not measurable",
        _ => target.Target.Kind.ToString().ToLowerInvariant(),
    };

    private static IEnumerable<string> Totals(Scorecard card)
    {
        if (card.Runs == 0) yield break;
        yield return $"{Whole(card.Runs)} run(s) of {Number(card.Days)} days; the foundation announced in {Whole(card.Announced)}.";
        yield return $"Counted and measurable: {Whole(card.Counted)}. Held: {Whole(card.Held)} ({Whole(card.HeldInPart)} of them in part, since some of their figures need longer runs). "
            + $"Not measurable on these runs: {Whole(card.NotMeasurable)}. Arithmetic or input: {Whole(card.NotCounted)}.";
        yield return $"At least {Whole(JointlyOf)} of targets 1 to 7 hold together in {Whole(card.JointlyHeld(JointlyOf))} of {Whole(card.Runs)} runs "
            + $"({Number(100.0 * card.JointlyHeld(JointlyOf) / card.Runs)} %).";
    }

    private static IEnumerable<string> Differences(Scorecard card, History? history)
    {
        if (history is null) yield break;
        yield return $"Price files: {Whole(history.Agreeing)} figures agree with the record, {Whole(history.Differing)} differ.";
        foreach (var (target, figure) in card.Targets.SelectMany(target => target.Figures, (target, figure) => (target.Target, figure.Figure)))
            if (history.Agrees(figure) == false)
                yield return $"Differs: {Whole(target.Number)} {figure.Name}: the files give {FigureText.Value(figure, history.Whole.Of(figure).Value)}, the record {figure.Real}. {figure.Why}";
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private sealed record Row(TargetResult Target, FigureResult Figure, bool IsFirst);

    private sealed record Column(string Header, Func<Row, string> Cell);
}
