using System.Security.Cryptography;
using System.Text;
using Dtao.Agents.Configuration;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Workers;

/// <summary>The configurations of a plan's points, each read once before anything is run, so that none is found wrong halfway.</summary>
/// <param name="Wrong">What is wrong with any of them, each thing once; null where all are well.</param>
/// <param name="Hash">Over the plan and every configuration; another hash is another sweep.</param>
public sealed record PlanConfigs(DiagnosticBag? Wrong, string Hash)
{
    public static PlanConfigs Of(SweepPlan plan, IReadOnlyList<SweepPoint> points, StrategyCatalogue strategies)
    {
        var all = new StringBuilder(plan.Text);
        all.AppendJoin(' ', plan.Metrics.Metrics.Select(metric => metric.Name)).Append('\n'); // A plan that names none has those that the program has at the time.
        foreach (var outside in strategies.Outside) all.Append(outside.Sha256).Append('\n');
        var (wrong, told) = (new DiagnosticBag(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var point in points)
        {
            var config = Load(plan, point.Settings, strategies);
            foreach (var diagnostic in WrongWith(config, plan).Select(plan.Places.InFile))
                if (told.TryAdd(diagnostic.Origin.Place, point.Number) || told[diagnostic.Origin.Place] == point.Number)
                    wrong.Add(diagnostic); // what is wrong at a place is told by the first point that has it there: a range is wrong once, whatever was drawn from it
            if (wrong.IsFull) break;
            if (!wrong.HasErrors) all.Append(config.Hash).Append('\n');
        }
        return wrong.HasErrors ? new PlanConfigs(wrong, "") : new PlanConfigs(null, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString()))));
    }

    private static IEnumerable<Diagnostic> WrongWith(LoadedConfig config, SweepPlan plan) => config.HasErrors
        ? config.Diagnostics.ToImmutable()
        : plan.Metrics.Misfits(config.Config.Run.DurationBlocks, config.Config.Record.SampleBlocks);

    public static LoadedConfig Load(SweepPlan plan, IReadOnlyList<string> settings, StrategyCatalogue strategies) =>
        LoadedConfig.Load(new ConfigInput(plan.Base, settings, ConfigInput.OwnVariables()), strategies);
}
