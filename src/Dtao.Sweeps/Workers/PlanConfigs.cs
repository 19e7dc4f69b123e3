using System.Security.Cryptography;
using System.Text;
using Dtao.Agents.Configuration;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Workers;

/// <summary>The configurations of a plan's points, each read once before anything is run, so that none is found wrong halfway.</summary>
/// <param name="Diagnostics">What is wrong with them, and what to beware of, each thing once.</param>
/// <param name="Hash">Over the plan and every configuration; another hash is another sweep.</param>
public sealed record PlanConfigs(DiagnosticBag Diagnostics, string Hash)
{
    /// <summary>What is wrong with the base is wrong with every point: there may be a million, and nobody should wait for all of them.</summary>
    private const int MostPointsAfterAnError = 1_000;

    public static PlanConfigs Of(SweepPlan plan, IReadOnlyList<SweepPoint> points, StrategyCatalogue strategies)
    {
        var all = new StringBuilder(plan.Text);
        all.AppendJoin(' ', plan.Metrics.Metrics.Select(metric => metric.Name)).Append('\n'); // A plan that names none has those that the program has at the time.
        foreach (var outside in strategies.Outside) all.Append(outside.Sha256).Append('\n');
        var wrong = new WrongSettings(plan.Places);
        foreach (var point in points)
        {
            var config = Load(plan, point.Settings, strategies);
            if (config.Diagnostics.IsFull) return new PlanConfigs(config.Diagnostics, ""); // It counts those as well that it no longer keeps.
            wrong.Add(point, WrongWith(config, plan));
            if (wrong.IsFull || wrong.HasErrors && point.Number >= MostPointsAfterAnError) break;
            if (!wrong.HasErrors) all.Append(config.Hash).Append('\n');
        }
        return new PlanConfigs(wrong.All, wrong.HasErrors ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString()))));
    }

    private static IEnumerable<Diagnostic> WrongWith(LoadedConfig config, SweepPlan plan) => config.HasErrors
        ? config.Diagnostics.ToImmutable()
        : config.Diagnostics.ToImmutable().Concat(plan.Metrics.Misfits(config.Config.Run.DurationBlocks, config.Config.Record.SampleBlocks));

    public static LoadedConfig Load(SweepPlan plan, IReadOnlyList<string> settings, StrategyCatalogue strategies) =>
        LoadedConfig.Load(new ConfigInput(plan.Base, settings, ConfigInput.OwnVariables()), strategies);
}
