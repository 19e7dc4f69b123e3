using System.Globalization;
using Dtao.Protocol.Units;
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

    /// <summary>A middling value of the unit, or the nearest that the knob's range allows.</summary>
    private static string Some(KnobAttribute about)
    {
        string Within(double value) => Math.Clamp(value, about.AtLeast, about.AtMost).ToString("0.#########", CultureInfo.InvariantCulture);
        return about.Unit switch
        {
            KnobUnit.Blocks => Within(Block.PerHour) + " blocks",
            KnobUnit.Tao => Within(1) + " tao",
            KnobUnit.Price => Within(0.01) + " tao/alpha",
            KnobUnit.Fraction => Within(0.1),
            _ => Within(1),
        };
    }
}
