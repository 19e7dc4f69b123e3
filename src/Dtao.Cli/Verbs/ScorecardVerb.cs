using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Records.Reading;
using Dtao.Records.Summaries;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao scorecard RUN</c>: returns by strategy with their spread, against staking on root and against holding TAO.</summary>
internal static class ScorecardVerb
{
    private static readonly Argument<string> Run = RunArgument.Of("A finished run folder.");

    public static Command Command(Terminal terminal)
    {
        var command = new Command("scorecard", "Shows each strategy's return with its spread, against simply staking on root and against holding TAO.") { Run, CommonOptions.Json };
        command.SetAction(parsed => (int)Execute(terminal, RunArgument.Folder(parsed.GetValue(Run)!), parsed.GetValue(CommonOptions.Json)));
        return command;
    }

    private static ExitCode Execute(Terminal terminal, string folder, bool json)
    {
        var returns = StrategyReturns.Of(RunReader.Open(folder));
        if (returns.Strategies.IsEmpty) throw new UsageError($"{folder} has not ended: what its agents are worth is told at the end.");
        RunArgument.Notice(terminal, folder);
        if (json) terminal.Json(Json(returns));
        else Show(terminal, returns);
        return ExitCode.Done;
    }

    private static void Show(Terminal terminal, StrategyReturns returns)
    {
        var root = returns.Root.OfNominator;
        terminal.Table(
            ["strategy", "agents", "worst", "lower quartile", "median", "upper quartile", "best", "median less root"],
            returns.Strategies.Select(row => new[] { row.Name, row.Agents.ToString("#,0", CultureInfo.InvariantCulture), Percent(row.Worst), Percent(row.LowerQuartile), Percent(row.Median), Percent(row.UpperQuartile), Percent(row.Best), Percent(row.Median - root) }));
        terminal.Say($"Simply staking on root: {Percent(root)}{(double.IsNaN(returns.Root.Net) ? "" : $" ({Percent(returns.Root.Gross)} before the validator's take)")}. Holding TAO: 0 %.");
        terminal.Say("Returns are of liquidation value: what an agent's whole position would sell for at once. What it brought in from outside counts as put in, what it paid outside as got out.");
    }

    private static JsonObject Json(StrategyReturns returns) => new()
    {
        ["root"] = new JsonObject { ["nominator"] = returns.Root.OfNominator, ["before_take"] = returns.Root.Gross },
        ["holding"] = 0,
        ["strategies"] = new JsonArray([.. returns.Strategies.Select(row => new JsonObject
        {
            ["strategy"] = row.Name,
            ["agents"] = row.Agents,
            ["worst"] = row.Worst,
            ["lower_quartile"] = row.LowerQuartile,
            ["median"] = row.Median,
            ["upper_quartile"] = row.UpperQuartile,
            ["best"] = row.Best,
        })]),
    };

    private static string Percent(double fraction) => (fraction * 100).ToString("+#,0.0;-#,0.0;0.0", CultureInfo.InvariantCulture) + " %";
}
