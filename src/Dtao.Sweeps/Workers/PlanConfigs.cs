using System.Security.Cryptography;
using System.Text;
using Dtao.Agents.Configuration;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Workers;

/// <summary>The configurations of a plan's points, each read once before anything is run, so that none is found wrong halfway.</summary>
/// <param name="Wrong">What is wrong with the first point that is; null where all are well.</param>
/// <param name="Hash">Over the plan and every configuration; another hash is another sweep.</param>
public sealed record PlanConfigs(DiagnosticBag? Wrong, string Hash)
{
    public static PlanConfigs Of(SweepPlan plan, IReadOnlyList<SweepPoint> points, StrategyCatalogue strategies)
    {
        var all = new StringBuilder(plan.Text);
        all.AppendJoin(' ', plan.Metrics.Metrics.Select(metric => metric.Name)).Append('\n'); // A plan that names none has those that the program has at the time.
        foreach (var outside in strategies.Outside) all.Append(outside.Sha256).Append('\n');
        foreach (var point in points)
        {
            var config = Load(plan, point.Settings, strategies);
            if (config.HasErrors) return new PlanConfigs(config.Diagnostics, "");
            if (plan.Metrics.Misfits(config.Config.Run.DurationBlocks, config.Config.Record.SampleBlocks).ToArray() is { Length: > 0 } misfits) return new PlanConfigs(new DiagnosticBag(misfits), "");
            all.Append(config.Hash).Append('\n');
        }
        return new PlanConfigs(null, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString()))));
    }

    public static LoadedConfig Load(SweepPlan plan, IReadOnlyList<string> settings, StrategyCatalogue strategies) =>
        LoadedConfig.Load(new ConfigInput(plan.Base, settings, ConfigInput.OwnVariables()), strategies);
}
