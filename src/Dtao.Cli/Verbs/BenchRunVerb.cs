using System.CommandLine;
using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Agents.Worlds;
using Dtao.Cli.Screen;
using Dtao.Protocol.Units;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao bench run</c>: a whole run with its record, without one, and its ledger alone, in turns in one process.</summary>
internal static class BenchRunVerb
{
    public static Command Command(Terminal terminal, RunParts parts) => RunTurns.Command(
        "run", "Times a run with its record and without, against its ledger without agents.", terminal, parts,
        [RunLedger, RunTurns.Bare, RunTurns.Keeping(RecordParts.All)], (parsed, config, timings) => Show(terminal, parsed, config, timings));

    private static void Show(Terminal terminal, ParseResult parsed, LoadedConfig config, Timing[][] timings)
    {
        var report = new RunTimings(config.Config.Run.DurationBlocks / (double)Block.PerDay, Ledger: timings[0], Bare: timings[1], Recorded: timings[2]);
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(report.ToJson());
        else foreach (var line in report.Lines()) terminal.Say(line);
    }

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
