using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Agents.Benchmarks;
using Dtao.Agents.Configuration;
using Dtao.Cli.Screen;
using static System.FormattableString;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao bench blocks</c>: the chain by itself, every law checked, and what a year of it would take.</summary>
internal static class BenchBlocksVerb
{
    private static readonly Option<int> Subnets = new("--subnets") { Description = "How many.", DefaultValueFactory = _ => 128 };
    private static readonly Option<int> Blocks = new("--blocks") { Description = "Blocks of each timing.", DefaultValueFactory = _ => 50_000 };
    private static readonly Option<int> Runs = new("--runs") { Description = "Timings; the median counts.", DefaultValueFactory = _ => 5 };

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var command = new Command("blocks", "Times the chain without agents: emission, epochs, laws and hashes.") { Subnets, Blocks, Runs, CommonOptions.Json };
        command.SetAction(parsed => (int)Execute(parsed, terminal, parts));
        return command;
    }

    private static ExitCode Execute(ParseResult parsed, Terminal terminal, RunParts parts)
    {
        var (subnets, blocks, runs) = (parsed.GetValue(Subnets), parsed.GetValue(Blocks), parsed.GetValue(Runs));
        if (subnets is < 1 or > 1_024 || blocks is < 1_000 or > 10_000_000 || runs is < 1 or > 100)
            throw new UsageError("--subnets must be from 1 to 1,024, --blocks from 1,000 to 10,000,000, --runs from 1 to 100.");
        var config = LoadedConfig.Load(ConfigInput.Of(null, FormattableString.Invariant($"genesis.launch.subnets={subnets}")), parts.Strategies);
        var meter = new BlocksMeter(parts.World(config, "").Ledger);
        meter.Time(blocks); // Rehearsed once, so that compiling is not timed.
        var timings = Enumerable.Range(0, runs).Select(_ => meter.Time(blocks)).ToArray();
        var (chain, divisions) = (Spread.Of(timings.Select(t => t.Chain)), Spread.Of(timings.Select(t => t.Divisions)));
        var (year, epochs) = (chain.Median * BlocksMeter.BlocksAYear / 1e6, timings.Average(t => t.Epochs));
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.Json(new JsonObject
            {
                ["subnets"] = subnets,
                ["blocks"] = blocks,
                ["runs"] = runs,
                ["epochs_a_block"] = epochs,
                ["block_us"] = BenchEpochVerb.Figure(chain),
                ["year_s"] = year,
                ["divisions_us"] = BenchEpochVerb.Figure(divisions),
                ["block_over_divisions"] = chain.Median / divisions.Median,
            });
            return ExitCode.Done;
        }
        terminal.Say(Invariant($"blocks     {chain.Median,8:0.00} us of processor a block (from {chain.Low:0.00} to {chain.High:0.00} in {runs} timings), {subnets} subnets, {epochs:0.000} epochs a block; a year {year:0} s"));
        terminal.Say(Invariant($"divisions  {divisions.Median,8:0.00} us (from {divisions.Low:0.00} to {divisions.High:0.00}), six a subnet, one after the other; ratio {chain.Median / divisions.Median:0.00}"));
        return ExitCode.Done;
    }
}
