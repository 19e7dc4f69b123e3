using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Agents.Benchmarks;
using Dtao.Cli.Screen;
using static System.FormattableString;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao bench wakes</c>: the common workload, on actors and as a plain loop, in turns in one call.</summary>
internal static class BenchVerb
{
    private static readonly Option<int> Agents = new("--agents") { Description = "How many.", DefaultValueFactory = _ => 10_000 };
    private static readonly Option<int> Blocks = new("--blocks") { Description = "Timed blocks.", DefaultValueFactory = _ => 2_000 };
    private static readonly Option<int> Runs = new("--runs") { Description = "Timings of each engine; the median counts.", DefaultValueFactory = _ => 3 };
    private static readonly Option<string> Engine = new("--engine") { Description = "actors, loop, or both.", DefaultValueFactory = _ => "both" };

    public static Command Command(Terminal terminal, RunParts parts)
    {
        Engine.AcceptOnlyFromAmong("actors", "loop", "both");
        var wakes = new Command("wakes", "Times the common workload dtao-min: wakes settled a second.") { Agents, Blocks, Runs, Engine, CommonOptions.Json };
        wakes.SetAction(parsed => (int)Execute(parsed, terminal));
        return new Command("bench", "Measures speed.") { wakes, BenchLogVerb.Command(terminal, parts), BenchRecordVerb.Command(terminal, parts), BenchEpochVerb.Command(terminal, parts), BenchBlocksVerb.Command(terminal, parts), BenchSettleVerb.Command(terminal, parts), BenchRunVerb.Command(terminal, parts) };
    }

    private static ExitCode Execute(ParseResult parsed, Terminal terminal)
    {
        var (agents, blocks, runs) = (parsed.GetValue(Agents), parsed.GetValue(Blocks), parsed.GetValue(Runs));
        if (agents is < 1 or > 10_000_000 || blocks is < 1 or > 10_000_000 || runs is < 1 or > 100) throw new UsageError("--agents and --blocks must be from 1 to 10,000,000, --runs from 1 to 100.");
        var setup = new WakesSetup { Agents = agents, Blocks = blocks };
        var reports = Enumerable.Range(0, runs).SelectMany(_ => Timed(parsed.GetValue(Engine)!, setup)).ToArray();
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(new JsonArray([.. reports.Select(r => BenchJson.Of(r))]));
        else Show(terminal, reports);
        return reports.All(report => report.ConservationErrorRao == 0) ? ExitCode.Done : ExitCode.InvariantBroken;
    }

    private static IEnumerable<WakesReport> Timed(string engine, WakesSetup setup)
    {
        if (engine != "actors") yield return LoopEngine.Run(setup);
        if (engine != "loop") yield return ActorEngine.Run(setup);
    }

    private static void Show(Terminal terminal, WakesReport[] reports)
    {
        foreach (var engine in reports.GroupBy(report => report.Engine))
        {
            var rates = Spread.Of(engine.Select(report => report.WakesPerSecond));
            var some = engine.First();
            terminal.Say(Invariant($"{engine.Key,-7} {some.Setup.Agents} agents, {some.Setup.Blocks} blocks: {rates.Median / 1e6:0.00} M wakes/s (from {rates.Low / 1e6:0.00} to {rates.High / 1e6:0.00} in {engine.Count()} runs), {some.Swaps} swaps, {some.Payments} payments, {some.Messages} messages, peak {engine.Max(r => r.PeakMemoryMb):0} MB, {engine.Max(r => r.Collections)} collections of {engine.Max(r => r.CollectingSeconds):0.00} s, conservation error {some.ConservationErrorRao} rao, state {some.StateHash}"));
        }
        if (reports.Select(report => report.Engine).Distinct(StringComparer.Ordinal).Count() == 2)
            terminal.Say(Invariant($"ratio   actors / loop: {Rate(reports, "actors") / Rate(reports, "loop"):0.000}; by time of processor, which others on the machine take less from: {RateOfCpu(reports, "actors") / RateOfCpu(reports, "loop"):0.000}"));
    }

    private static double Rate(WakesReport[] reports, string engine) => Spread.Of(reports.Where(r => r.Engine == engine).Select(r => r.WakesPerSecond)).Median;

    private static double RateOfCpu(WakesReport[] reports, string engine) => Spread.Of(reports.Where(r => r.Engine == engine).Select(r => r.Wakes / r.CpuSeconds)).Median;
}
