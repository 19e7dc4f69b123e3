using System.Diagnostics;
using System.Runtime;
using System.Text.Json.Nodes;
using Dtao.Agents.Running;
using Dtao.Cli.Screen;
using static System.FormattableString;

namespace Dtao.Cli.Verbs;

/// <summary>Where a run's time went: the phases of its lane, and what the process spent beside them.</summary>
internal sealed class ProfileTable(RunProfile profile, double days)
{
    private static readonly RunPhase[] Phases = Enum.GetValues<RunPhase>();

    public void Show(Terminal terminal)
    {
        var lane = Phases.Sum(Seconds);
        terminal.Say(Invariant($"Lane: {lane:0.00} s for {days:0.##} simulated days, {1e3 * lane / days:0} ms a day"));
        foreach (var phase in Phases.OrderByDescending(Seconds))
            terminal.Say(Invariant($"  {NameOf(phase),-12} {1e3 * Seconds(phase) / days,8:0.0} ms a day {Seconds(phase) / lane,7:0.0%} {profile.BytesIn(phase) / days / 1e6,9:0.0} MB a day"));
        terminal.Say(Invariant($"Process: {Cpu:0.00} s of processor, of that {JitInfo.GetCompilationTime().TotalSeconds:0.00} s compiling {JitInfo.GetCompiledMethodCount():n0} methods; {GC.GetTotalPauseDuration().TotalSeconds:0.00} s of pauses in {GC.CollectionCount(0):n0} collections, {GC.CollectionCount(GC.MaxGeneration):n0} of them of all memory"));
    }

    public JsonObject ToJson() => new()
    {
        ["simulated_days"] = days,
        ["lane_s"] = new JsonObject(Phases.Select(phase => KeyValuePair.Create<string, JsonNode?>(NameOf(phase), Seconds(phase)))),
        ["lane_bytes"] = new JsonObject(Phases.Select(phase => KeyValuePair.Create<string, JsonNode?>(NameOf(phase), profile.BytesIn(phase)))),
        ["cpu_s"] = Cpu,
        ["compiling_s"] = JitInfo.GetCompilationTime().TotalSeconds,
        ["compiled_methods"] = JitInfo.GetCompiledMethodCount(),
        ["collecting_s"] = GC.GetTotalPauseDuration().TotalSeconds,
        ["collections"] = GC.CollectionCount(0),
        ["collections_of_all_memory"] = GC.CollectionCount(GC.MaxGeneration),
    };

    private static double Cpu => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private double Seconds(RunPhase phase) => profile.TimeIn(phase).TotalSeconds;

    private static string NameOf(RunPhase phase) => phase == RunPhase.ChainStep ? "chain step" : phase.ToString().ToLowerInvariant();
}
