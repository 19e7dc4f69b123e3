using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Configuration;

/// <summary>Reads <c>cohorts { NAME { … } }</c>. What a cohort leaves out stands in <c>cohort { … }</c> and, for knobs, in <c>strategies { NAME { … } }</c>.</summary>
internal sealed class CohortReader
{
    private const int MostAgents = RunConfigReader.MostAgents;

    private readonly StrategyCatalogue catalogue;
    private readonly ConfigReader defaults;
    private readonly Dictionary<string, ConfigReader> knobDefaults = [];

    public CohortReader(StrategyCatalogue catalogue, ConfigReader strategies, ConfigReader defaults)
    {
        (this.catalogue, this.defaults) = (catalogue, defaults);
        CheckDefaults(strategies);
        _ = (OnRoot(defaults), FirstWake(defaults), defaults.Flag("talks"), defaults.Fraction("reach"));
    }

    public IReadOnlyList<CohortSection> ReadAll(ConfigReader cohorts) =>
        [.. cohorts.Each().Select(each => Read(each.Name, each.Section)).OfType<CohortSection>()];

    private CohortSection? Read(string name, ConfigReader c)
    {
        if (!IsName(name)) c.Report("role", $"belongs to a cohort whose name \"{name}\" is none", "use letters, digits, dots, dashes and underscores, at most 64, a letter or digit first");
        var role = c.Choice("role", [.. Enum.GetNames<Role>().Select(r => r.ToLowerInvariant())]);
        var named = c.Choice("strategy", [.. catalogue.Entries.Select(e => e.Name)]);
        var count = Count(c);
        var wealth = c.Draw("wealth", Unit.Tao);
        var talks = c.Has("talks") ? c.Flag("talks") : defaults.Flag("talks");
        if (catalogue.Find(named) is not { } strategy) return null;
        CheckRole(c, role, strategy);
        var knobs = Knobs(c, strategy);
        return new CohortSection(name, strategy, count, wealth, OnRoot(Given(c, "on-root")), FirstWake(Given(c, "first-wake")), talks, Given(c, "reach").Fraction("reach"), knobs);
    }

    private static DrawSpec Count(ConfigReader c)
    {
        var count = c.Draw("count", Unit.Number);
        if (count.Kind == DrawKind.Constant && (count.First < 0 || count.First > MostAgents || count.First != Math.Truncate(count.First)))
            c.Report("count", FormattableString.Invariant($"is {count.First}"), FormattableString.Invariant($"write a whole number, at most {MostAgents}"));
        return count;
    }

    private static void CheckRole(ConfigReader c, string role, StrategyEntry strategy)
    {
        var fits = strategy.About.Role.ToString().ToLowerInvariant();
        if (role != fits) c.Report("strategy", $"{strategy.Name} is a strategy for a {fits}, not for a {role}", $"write role = {fits}, or name a strategy for a {role}");
    }

    private DrawSpec[] Knobs(ConfigReader c, StrategyEntry strategy)
    {
        var own = c.Has("knobs") ? c.Section("knobs") : null;
        var given = strategy.Knobs.ToDictionary(knob => knob.Key, knob => own is not null && own.Has(knob.Key));
        return [.. strategy.Knobs.Select(knob => given[knob.Key] ? Draw(own!, knob) : Default(c, strategy, knob))];
    }

    private DrawSpec Default(ConfigReader c, StrategyEntry strategy, Knob knob)
    {
        if (knobDefaults.TryGetValue(strategy.Name, out var known) && known.Has(knob.Key)) return Draw(known, knob);
        c.Report("strategy", $"{strategy.Name} has no default for its knob {knob.Key}", $"write knobs {{ {knob.Key} = … }} here, or give the default in strategies.{strategy.Name}");
        return DrawSpec.Constant(0);
    }

    /// <summary>Every default is read, used or not, so that a wrong one is an error at once.</summary>
    private void CheckDefaults(ConfigReader strategies)
    {
        foreach (var entry in catalogue.Entries.Where(entry => strategies.Has(entry.Name)))
        {
            var section = strategies.Section(entry.Name);
            knobDefaults[entry.Name] = section;
            foreach (var knob in entry.Knobs.Where(knob => section.Has(knob.Key))) Draw(section, knob);
        }
    }

    private static DrawSpec Draw(ConfigReader c, Knob knob)
    {
        var draw = c.Draw(knob.Key, UnitOf(knob.About.Unit));
        if (draw.Kind == DrawKind.Constant && (draw.First < knob.About.AtLeast || draw.First > knob.About.AtMost))
            c.Report(knob.Key, FormattableString.Invariant($"is {draw.First}"), FormattableString.Invariant($"it must lie from {knob.About.AtLeast} to {knob.About.AtMost}"));
        return draw;
    }

    private ConfigReader Given(ConfigReader c, string key) => c.Has(key) ? c : defaults;

    private static DrawSpec OnRoot(ConfigReader c) => c.Draw("on-root", Unit.Fraction);

    private static DrawSpec FirstWake(ConfigReader c) => c.Draw("first-wake", Unit.Blocks);

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    private static Unit UnitOf(KnobUnit unit) => unit switch
    {
        KnobUnit.Fraction => Unit.Fraction,
        KnobUnit.Blocks => Unit.Blocks,
        KnobUnit.Tao => Unit.Tao,
        KnobUnit.Price => Unit.Price,
        _ => Unit.Number,
    };
}
