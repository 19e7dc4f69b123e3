using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Records.Summaries;

namespace Dtao.Cli.Verbs;

/// <summary>One run of an ensemble: its summary, or what became of it instead.</summary>
internal sealed record EnsembleMember(string Name, ulong Seed, string? Folder, RunSummary? Summary, Exception? Failure);

/// <summary>An ensemble on the screen: a row a run.</summary>
internal static class EnsembleTable
{
    public static ExitCode Show(Terminal terminal, IReadOnlyList<EnsembleMember> members, Telling telling)
    {
        if (telling.Json) terminal.Json(new JsonArray([.. members.Select(Row)]));
        else Lines(terminal, members);
        EnsembleNotes.Show(terminal, members, telling);
        return Worst(members);
    }

    private static void Lines(Terminal terminal, IReadOnlyList<EnsembleMember> members)
    {
        terminal.Table(["run", "sum of prices", "top-10 share", "trades", "state hash"], members.Select(Cells));
        var failed = members.Count(member => member.Summary is null);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{members.Count} runs, {failed} failed."));
    }

    private static string[] Cells(EnsembleMember member) => member.Summary is { } summary
        ?
        [
            member.Name,
            summary.PriceSumLast.ToString("0.000", CultureInfo.InvariantCulture),
            (100 * summary.Emission.TopTenShare).ToString("0.0", CultureInfo.InvariantCulture) + " %",
            summary.Counts.Trades.ToString(CultureInfo.InvariantCulture),
            summary.StateHashHead,
        ]
        : [member.Name, "failed", "", "", member.Failure!.Message];

    private static JsonObject Row(EnsembleMember member) => member.Summary is { } summary
        ? new JsonObject { ["name"] = member.Name, ["folder"] = member.Folder, ["summary"] = JsonNode.Parse(summary.ToJson()) }
        : new JsonObject { ["name"] = member.Name, ["folder"] = member.Folder, ["error"] = member.Failure!.Message };

    /// <summary>One and the same failure everywhere keeps its own code; a broken law always does.</summary>
    private static ExitCode Worst(IReadOnlyList<EnsembleMember> members)
    {
        var codes = members.Where(m => m.Failure is not null).Select(m => ExitCodes.Of(m.Failure!)).Distinct().ToArray();
        if (codes.Length == 0) return ExitCode.Done;
        foreach (var grave in (ExitCode[])[ExitCode.InvariantBroken, ExitCode.Interrupted, ExitCode.DiskFailed])
            if (codes.Contains(grave))
                return grave;
        return codes.Length == 1 && members.All(m => m.Failure is not null) ? codes[0] : ExitCode.SomeRunsFailed;
    }
}
