using System.Collections.Immutable;
using Dtao.Records.Reports;
using Dtao.Records.Reports.Drawing;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports.Figures;

/// <summary>One metric against every factor.</summary>
internal static class EffectFigure
{
    /// <summary>Ends of an axis of probabilities: what is rare should still be seen to rise.</summary>
    private static readonly double[] Tops = [0.1, 0.25, 0.5, 1];

    public static Figure? Of(SweepRecord sweep, StudiedMetric metric)
    {
        var effects = sweep.Factors.Select(factor => MainEffect.Of(sweep, metric, factor)).Where(effect => effect.Values.Length > 1 && effect.Values.Any(value => value.Mean.Count > 0)).ToArray();
        if (effects.Length == 0) return null;
        var axis = AxisOf(metric, effects);
        return new Figure(
            $"effect-{metric.Name}",
            metric.Title,
            $"{MetricText.Meaning(metric)} Mean over all runs with a value of the factor, whatever the others were, and its 95 % interval ({Interval(sweep, metric)}).",
            new Panels([.. effects.Select(effect => new Panel(effect.Factor.Path, FactorAxis(effect), axis, [Points(effect)]))]),
            [],
            new DataTable(["factor", "value", "mean", "95 % interval", "runs that tell"], [.. effects.SelectMany(effect => effect.Values.Select(value => Row(effect, value.Group, value.Mean)))], Words: 2));
    }

    private static string Interval(SweepRecord sweep, StudiedMetric metric) => (metric.IsEvent ? "Wilson's" : "Student's") + (!sweep.Facts.IsPaired ? ""
        : sweep.Facts.Replicates >= SeededValues.LeastSeeds ? ", runs that share a seed count for less" : $", given {(sweep.Facts.Replicates == 1 ? "the sweep's one seed" : $"the sweep's {Shown.Whole(sweep.Facts.Replicates)} seeds")}");

    private static ImmutableArray<string> Row(MainEffect effect, FactorGroup group, SampleMean mean) =>
        [effect.Factor.Path, (effect.Factor.IsSampled ? "about " : "") + group.Label, MetricText.Value(effect.Metric, mean.Mean), MetricText.Interval(effect.Metric, mean), Shown.Whole(mean.Count)];

    private static Axis FactorAxis(MainEffect effect)
    {
        if (!effect.Factor.IsSampled) return new OrderedAxis([.. effect.Values.Select(value => value.Group.Label)]);
        var (low, high) = (effect.Values.Min(value => value.Group.At), effect.Values.Max(value => value.Group.At));
        return new LinearAxis(low - (high - low) * 0.05, high + (high - low) * 0.05, "0.######");
    }

    private static LinearAxis AxisOf(StudiedMetric metric, MainEffect[] effects)
    {
        var ends = effects.SelectMany(effect => effect.Values).SelectMany(value => new[] { value.Mean.Low, value.Mean.Mean, value.Mean.High }).Where(double.IsFinite).ToArray();
        return metric.IsEvent ? new LinearAxis(0, Tops.First(top => top >= ends.Max()), "0.#", 100) { Title = "%" } : MetricText.Axis(metric, ends);
    }

    private static Whiskers Points(MainEffect effect) =>
        new(Styles.Focus, [.. effect.Values.Select(value => (value.Group.At, value.Mean.Low, value.Mean.Mean, value.Mean.High))], AreJoined: !effect.Factor.IsOfWords);
}
