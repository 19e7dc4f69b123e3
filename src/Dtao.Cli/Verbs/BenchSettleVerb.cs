using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Agents.Benchmarks;
using Dtao.Agents.Configuration;
using Dtao.Cli.Screen;
using Dtao.Protocol.Units;
using static System.FormattableString;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao bench settle</c>: orders a second on the ledger, and beside it the same swaps on the curve alone.</summary>
internal static class BenchSettleVerb
{
    private static readonly Option<int> Orders = new("--orders") { Description = "Orders of each timing.", DefaultValueFactory = _ => 500_000 };
    private static readonly Option<int> Runs = new("--runs") { Description = "Timings; the median counts.", DefaultValueFactory = _ => 5 };

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var command = new Command("settle", "Times orders on the ledger, each decided, applied, checked and hashed.") { Orders, Runs, CommonOptions.Json };
        command.SetAction(parsed => (int)Execute(parsed, terminal, parts));
        return command;
    }

    private static ExitCode Execute(ParseResult parsed, Terminal terminal, RunParts parts)
    {
        var (orders, runs) = (parsed.GetValue(Orders), parsed.GetValue(Runs));
        if (orders is < 100 or > 100_000_000 || runs is < 1 or > 100) throw new UsageError("--orders must be from 100 to 100,000,000, --runs from 1 to 100.");
        var ledger = parts.World(LoadedConfig.Load(ConfigInput.Of("launch"), parts.Strategies), "").Ledger;
        var trader = Enumerable.Range(0, ledger.State.Accounts.Count).MaxBy(account => ledger.State.Accounts[account].Free.Rao);
        var meter = new SettleMeter(ledger, new AccountId(trader));
        meter.Time(orders); // Rehearsed once, so that compiling is not timed.
        var timings = Enumerable.Range(0, runs).Select(_ => meter.Time(orders)).ToArray();
        var (settled, swapped) = (Spread.Of(timings.Select(t => t.Settled)), Spread.Of(timings.Select(t => t.Swapped)));
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.Json(new JsonObject
            {
                ["orders"] = orders,
                ["runs"] = runs,
                ["settled_per_second"] = BenchEpochVerb.Figure(settled),
                ["swapped_per_second"] = BenchEpochVerb.Figure(swapped),
                ["settled_over_swapped"] = settled.Median / swapped.Median,
            });
            return ExitCode.Done;
        }
        terminal.Say(Invariant($"settled  {settled.Median / 1e6:0.00} M orders/s (from {settled.Low / 1e6:0.00} to {settled.High / 1e6:0.00} in {runs} timings), {ledger.State.Subnets.Count} subnets"));
        terminal.Say(Invariant($"swapped  {swapped.Median / 1e6:0.00} M/s on the curve alone (from {swapped.Low / 1e6:0.00} to {swapped.High / 1e6:0.00}); ratio {settled.Median / swapped.Median:0.000}"));
        return ExitCode.Done;
    }
}
