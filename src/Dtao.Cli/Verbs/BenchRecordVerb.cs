using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Agents.Benchmarks;
using Dtao.Agents.Running;
using Dtao.Cli.Screen;
using static System.FormattableString;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao bench record</c>: what a run's record costs, and its log alone, as ratios to the same run without them, in turns in one process.</summary>
internal static class BenchRecordVerb
{
    private static readonly (string Key, string Name)[] Kept = [("none", "no record"), ("database", "database and page, no log"), ("whole", "database, page and log")];

    public static Command Command(Terminal terminal, RunParts parts) => RunTurns.Command(
        "record", "Times a run with its record, without the log, and without any.", terminal, parts,
        [RunTurns.Bare, RunTurns.Keeping(RecordParts.Pages), RunTurns.Keeping(RecordParts.All)], (parsed, _, timings) => Show(terminal, parsed, timings));

    private static void Show(Terminal terminal, ParseResult parsed, Timing[][] timings)
    {
        var costs = Array.ConvertAll(timings, MedianOf);
        var (bare, unlogged, whole) = (costs[0], costs[1], costs[2]);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.Json(new JsonObject
            {
                ["runs"] = timings[0].Length,
                ["wall_s"] = Each(costs, cost => cost.Wall),
                ["cpu_s"] = Each(costs, cost => cost.Cpu),
                ["log_wall_ratio"] = whole.Wall / unlogged.Wall,
                ["log_cpu_ratio"] = whole.Cpu / unlogged.Cpu,
                ["record_wall_ratio"] = whole.Wall / bare.Wall,
                ["record_cpu_ratio"] = whole.Cpu / bare.Cpu,
            });
            return;
        }
        foreach (var (kept, cost) in Kept.Zip(costs)) terminal.Say(Invariant($"{kept.Name,-27} {cost.Wall,6:0.00} s, {cost.Cpu,6:0.00} s of processor"));
        terminal.Say(Invariant($"the log over no log         {whole.Wall / unlogged.Wall,6:0.000} of time, {whole.Cpu / unlogged.Cpu:0.000} of processor (medians of {timings[0].Length})"));
        terminal.Say(Invariant($"the record over no record   {whole.Wall / bare.Wall,6:0.000} of time, {whole.Cpu / bare.Cpu:0.000} of processor"));
    }

    private static JsonObject Each((double Wall, double Cpu)[] costs, Func<(double Wall, double Cpu), double> of) =>
        new(Kept.Zip(costs, (kept, cost) => KeyValuePair.Create<string, JsonNode?>(kept.Key, of(cost))));

    private static (double Wall, double Cpu) MedianOf(Timing[] timings) =>
        (Spread.Of(timings.Select(timing => timing.Wall)).Median, Spread.Of(timings.Select(timing => timing.Cpu)).Median);
}
