using System.Text.Json.Nodes;
using Dtao.Agents.Benchmarks;
using static System.FormattableString;

namespace Dtao.Cli.Verbs;

/// <summary>What one timing took.</summary>
/// <param name="Wall">Seconds.</param>
/// <param name="Cpu">Seconds of processor, of all threads.</param>
internal readonly record struct Timing(double Wall, double Cpu, long Bytes);

/// <summary>Timings of one run of some simulated days, of three kinds.</summary>
/// <param name="Loop">Wakes that the plain loop of the common workload does in a second of processor.</param>
internal sealed record RunTimings(double Days, Timing[] Ledger, Timing[] Bare, Timing[] Recorded, double[] Loop)
{
    private double WakesPerSecond => Spread.Of(Loop).Median;

    public IEnumerable<string> Lines()
    {
        yield return LineOf("ledger alone", Ledger);
        yield return LineOf("run", Bare);
        yield return LineOf("run with its record", Recorded);
        yield return Invariant($"the run over its ledger  {RatioOf(Bare):0.00} of processor; with its record {RatioOf(Recorded):0.00}");
        yield return Invariant($"plain loop              {WakesPerSecond / 1e6:0.00} M wakes a second of processor; simulated days for each million of them {DaysPerMillion(Bare):0.000}, with the record {DaysPerMillion(Recorded):0.000}");
    }

    public JsonObject ToJson() => new()
    {
        ["simulated_days"] = Days,
        ["ledger"] = JsonOf(Ledger),
        ["run"] = JsonOf(Bare),
        ["recorded"] = JsonOf(Recorded),
        ["run_over_ledger_cpu"] = RatioOf(Bare),
        ["recorded_over_ledger_cpu"] = RatioOf(Recorded),
        ["loop_wakes_per_cpu_s"] = WakesPerSecond,
        ["days_per_million_loop_wakes"] = DaysPerMillion(Bare),
        ["recorded_days_per_million_loop_wakes"] = DaysPerMillion(Recorded),
    };

    private double RatioOf(Timing[] timings) => Median(timings, timing => timing.Cpu) / Median(Ledger, timing => timing.Cpu);

    private double DaysPerMillion(Timing[] timings) => Days / Median(timings, timing => timing.Cpu) / WakesPerSecond * 1e6;

    private string LineOf(string name, Timing[] timings)
    {
        var wall = Spread.Of(timings.Select(timing => timing.Wall));
        return Invariant($"{name,-20} {Days / wall.Median,7:0.00} simulated days/s (from {Days / wall.High:0.00} to {Days / wall.Low:0.00} in {timings.Length} runs), {Days / Median(timings, timing => timing.Cpu):0.00} a second of processor, {Median(timings, timing => timing.Bytes) / Days / 1e6:0} MB allocated a day");
    }

    private JsonObject JsonOf(Timing[] timings) => new()
    {
        ["days_per_s"] = Days / Median(timings, timing => timing.Wall),
        ["wall_s"] = new JsonArray([.. timings.Select(timing => JsonValue.Create(timing.Wall))]),
        ["cpu_s"] = new JsonArray([.. timings.Select(timing => JsonValue.Create(timing.Cpu))]),
        ["bytes_a_day"] = Median(timings, timing => timing.Bytes) / Days,
    };

    private static double Median(Timing[] timings, Func<Timing, double> of) => Spread.Of(timings.Select(of)).Median;
}
