using System.CommandLine;
using Dtao.Agents.Benchmarks;
using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Agents.Worlds;
using Dtao.Cli.Screen;
using Dtao.Protocol.Units;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao bench run</c>: a whole run with its record, without one, its ledger alone, and the plain loop of the common workload, in turns in one process.</summary>
internal static class BenchRunVerb
{
    private static readonly WakesSetup Loop = new() { Agents = 1_000, Blocks = 20_000 };

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var loops = new List<WakesReport>();
        return RunTurns.Command(
            "run", "Times a run with its record and without, against its ledger without agents and against the plain loop of the common workload.", terminal, parts,
            [RunLedger, RunTurns.Bare, RunTurns.Keeping(RecordParts.All), (_, _, _) => RunLoop(loops)], (parsed, config, timings) => Show(terminal, parsed, config, timings, loops.Skip(1)));
    }

    /// <param name="loops">As many as there are timings of each: the rehearsal is not among them.</param>
    private static void Show(Terminal terminal, ParseResult parsed, LoadedConfig config, Timing[][] timings, IEnumerable<WakesReport> loops)
    {
        var report = new RunTimings(
            config.Config.Run.DurationBlocks / (double)Block.PerDay, Ledger: timings[0], Bare: timings[1], Recorded: timings[2], [.. loops.Select(loop => loop.Wakes / loop.CpuSeconds)]);
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(report.ToJson());
        else foreach (var line in report.Lines()) terminal.Say(line);
    }

    /// <summary>What the machine can do, in the unit that the figures of other simulators are given in.</summary>
    private static void RunLoop(List<WakesReport> loops) => loops.Add(LoopEngine.Run(loops.Count == 0 ? Loop : Loop with { RehearsalSeconds = 0 }));

    /// <summary>As many blocks, and nobody who orders anything.</summary>
    private static void RunLedger(World world, LoadedConfig config, string folder)
    {
        for (var block = world.Genesis + 1; block <= world.LastBlock; block += 1)
        {
            world.Economy.OpenBlock(block);
            world.Economy.CloseBlock(isLast: block == world.LastBlock);
        }
    }
}
