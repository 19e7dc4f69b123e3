using System.Globalization;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Configuration.Explaining;

/// <summary>A cohort that works as it is, for each strategy.</summary>
public static class CohortExample
{
    /// <summary>The one that lies in <c>config/cohorts</c>; for a strategy that has none there, one with a value for each knob that has no default.</summary>
    public static string Of(StrategyEntry entry, Reference reference)
    {
        var shipped = Path.Combine(ConfigFolders.Shipped, "cohorts", entry.Name + ".conf");
        return File.Exists(shipped) ? File.ReadAllText(shipped) : Made(entry, reference);
    }

    private static string Made(StrategyEntry entry, Reference reference)
    {
        var given = entry.Knobs.Where(knob => reference.Default($"strategies.{entry.Name}.{knob.Key}", null) is null).Select(knob => $"    {knob.Key} = {Some(knob.About)}   # {knob.About.Meaning}\n").ToArray();
        var knobs = given.Length == 0 ? "" : $"  knobs {{\n{string.Concat(given)}  }}\n";
        return $"cohorts.{entry.Name} {{\n  role = {entry.About.Role.ToString().ToLowerInvariant()}\n  strategy = {entry.Name}\n  count = 10\n  wealth = 20 tao\n{knobs}}}\n";
    }

    /// <summary>A value in a knob's range: its middle where it has two ends, else something near the one it has.</summary>
    private static string Some(KnobAttribute about)
    {
        var value = (double.IsFinite(about.AtLeast), double.IsFinite(about.AtMost)) switch
        {
            (true, true) => about.AtLeast + ((about.AtMost - about.AtLeast) / 2),
            (true, false) => about.AtLeast + 1,
            (false, true) => Math.Min(1, about.AtMost),
            _ => 1,
        };
        return about.Unit switch
        {
            KnobUnit.Blocks => Invariant(Math.Ceiling(value)) + " blocks",
            KnobUnit.Tao => Invariant(value) + " tao",
            KnobUnit.Price => Invariant(value) + " tao/alpha",
            _ => Invariant(value),
        };
    }

    private static string Invariant(double value) => value.ToString("0.#########", CultureInfo.InvariantCulture);
}
