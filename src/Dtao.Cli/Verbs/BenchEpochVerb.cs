using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Agents.Benchmarks;
using Dtao.Agents.Configuration;
using Dtao.Cli.Screen;
using static System.FormattableString;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao bench epoch</c>: one subnet's consensus with all weights new and with none, and beside them the same in plain doubles.</summary>
internal static class BenchEpochVerb
{
    private static readonly Option<int> Validators = new("--validators") { Description = "How many weigh.", DefaultValueFactory = _ => 64 };
    private static readonly Option<int> Miners = new("--miners") { Description = "How many are weighed.", DefaultValueFactory = _ => 192 };
    private static readonly Option<int> Epochs = new("--epochs") { Description = "Epochs of each timing.", DefaultValueFactory = _ => 500 };
    private static readonly Option<int> Runs = new("--runs") { Description = "Timings; the median counts.", DefaultValueFactory = _ => 5 };

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var command = new Command("epoch", "Times the consensus of one subnet, against a plain one in doubles.") { Validators, Miners, Epochs, Runs, CommonOptions.Json };
        command.SetAction(parsed => (int)Execute(parsed, terminal, parts));
        return command;
    }

    private static ExitCode Execute(ParseResult parsed, Terminal terminal, RunParts parts)
    {
        var (validators, miners, epochs, runs) = (parsed.GetValue(Validators), parsed.GetValue(Miners), parsed.GetValue(Epochs), parsed.GetValue(Runs));
        if (validators is < 1 or > 512 || miners is < 1 or > 4_096) throw new UsageError("--validators must be from 1 to 512, --miners from 1 to 4,096.");
        if (epochs is < 1 or > 1_000_000 || runs is < 1 or > 100) throw new UsageError("--epochs must be from 1 to 1,000,000, --runs from 1 to 100.");
        var meter = new EpochMeter(validators, miners, LoadedConfig.Load(ConfigInput.Of(null), parts.Strategies).Config.Protocol);
        meter.Time(epochs); // Rehearsed once, so that compiling is not timed.
        var timings = Enumerable.Range(0, runs).Select(_ => meter.Time(epochs)).ToArray();
        var (dense, unchanged, plain) = (Spread.Of(timings.Select(t => t.Dense)), Spread.Of(timings.Select(t => t.Unchanged)), Spread.Of(timings.Select(t => t.Plain)));
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(Json(parsed, dense, unchanged, plain));
        else Show(terminal, FormattableString.Invariant($"{validators} validators x {miners} miners, medians of {runs}"), dense, unchanged, plain);
        return ExitCode.Done;
    }

    private static JsonObject Json(ParseResult parsed, Spread dense, Spread unchanged, Spread plain) => new()
    {
        ["engine"] = "YumaConsensus",
        ["validators"] = parsed.GetValue(Validators),
        ["miners"] = parsed.GetValue(Miners),
        ["epochs"] = parsed.GetValue(Epochs),
        ["runs"] = parsed.GetValue(Runs),
        ["dense_us"] = Figure(dense),
        ["unchanged_us"] = Figure(unchanged),
        ["plain_us"] = Figure(plain),
        ["dense_over_plain"] = dense.Median / plain.Median,
        ["unchanged_over_plain"] = unchanged.Median / plain.Median,
    };

    /// <summary>A spread as the benchmarks write it.</summary>
    internal static JsonObject Figure(Spread spread) => new() { ["low"] = spread.Low, ["median"] = spread.Median, ["high"] = spread.High };

    private static void Show(Terminal terminal, string what, Spread dense, Spread unchanged, Spread plain)
    {
        terminal.Say(what);
        terminal.Say(Invariant($"dense      {dense.Median,8:0.0} us an epoch (from {dense.Low:0.0} to {dense.High:0.0}), {dense.Median / plain.Median:0.000} of the plain one"));
        terminal.Say(Invariant($"unchanged  {unchanged.Median,8:0.0} us an epoch (from {unchanged.Low:0.0} to {unchanged.High:0.0}), {unchanged.Median / plain.Median:0.000} of the plain one"));
        terminal.Say(Invariant($"plain      {plain.Median,8:0.0} us an epoch (from {plain.Low:0.0} to {plain.High:0.0}), in doubles, nothing kept"));
    }
}
