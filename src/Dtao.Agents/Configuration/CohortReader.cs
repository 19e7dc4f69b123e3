using Dtao.Hocon;
using Dtao.Records.Events;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Configuration;

/// <summary>Reads <c>cohorts { NAME { … } }</c>. What a cohort leaves out stands in <c>cohort { … }</c> and, for knobs, in <c>strategies { NAME { … } }</c>.</summary>
internal sealed class CohortReader
{
    private const int MostAgents = RunConfigReader.MostAgents;

    /// <summary>TAO; nearly all that there will ever be.</summary>
    internal const double MostWealth = 20_000_000;

    private const double MostBlocks = 100_000_000;

    private readonly StrategyCatalogue catalogue;
    private readonly ConfigReader defaults;
    private readonly Dictionary<string, ConfigReader> knobDefaults = [];

    public CohortReader(StrategyCatalogue catalogue, ConfigReader strategies, ConfigReader defaults)
    {
        (this.catalogue, this.defaults) = (catalogue, defaults);
        CheckDefaults(strategies);
        _ = (OnRoot(defaults), FirstWake(defaults), defaults.Flag("talks"), defaults.Fraction("reach"), KindOf(defaults));
    }

    public IReadOnlyList<CohortSection> ReadAll(ConfigReader cohorts)
    {
        var each = cohorts.Each().ToArray();
        var whole = each.Where(cohort => !IsStray(cohort.Section)).Select(cohort => cohort.Name).ToArray();
        foreach (var (name, _) in each.Where(cohort => !IsName(cohort.Name)))
            cohorts.ReportName(name, "is no name for a cohort", "use letters, digits, dots, dashes and underscores, at most 64, a letter or digit first");
        foreach (var (name, section) in each.Where(cohort => IsStray(cohort.Section))) ReportStray(cohorts, name, section, whole);
        return [.. each.Where(cohort => !IsStray(cohort.Section)).Select(cohort => Read(cohort.Name, cohort.Section)).OfType<CohortSection>()];
    }

    /// <summary>Settings for a cohort that nobody has described: its name is likely a slip.</summary>
    private static bool IsStray(ConfigReader c) => c.Origin is not null && !c.Has("role") && !c.Has("strategy");

    private static void ReportStray(ConfigReader cohorts, string name, ConfigReader c, IReadOnlyList<string> whole)
    {
        foreach (var key in c.Names()) _ = c.Value(key);
        var question = Spelling.Question(Spelling.AllNearest(name, whole));
        var known = whole.Count == 0 ? "" : $"  (cohorts: {string.Join(", ", whole)})";
        cohorts.ReportName(name, "has neither role nor strategy", (question.Length == 0 ? "write role, strategy, count and wealth, or the name of a cohort that has them" : question) + known);
    }

    private CohortSection? Read(string name, ConfigReader c)
    {
        var role = c.Choice("role", [.. Enum.GetNames<Role>().Select(r => r.ToLowerInvariant())]);
        var named = c.Choice("strategy", [.. catalogue.Entries.Select(e => e.Name)]);
        var count = Count(c);
        var wealth = c.Draw("wealth", Unit.Tao, atLeast: 0, atMost: MostWealth);
        var (onRoot, firstWake) = (OnRoot(Given(c, "on-root")), FirstWake(Given(c, "first-wake")));
        var (talks, reach) = (Given(c, "talks").Flag("talks"), Given(c, "reach").Fraction("reach"));
        var kind = KindOf(Given(c, "kind"));
        if (catalogue.Find(named) is not { } strategy) return null;
        CheckRole(c, role, strategy);
        var knobs = Knobs(c, strategy);
        return new CohortSection(name, strategy, count, wealth, onRoot, firstWake, talks, reach, kind, knobs);
    }

    private static DrawSpec Count(ConfigReader c)
    {
        var count = c.Draw("count", Unit.Number, atLeast: 0, atMost: MostAgents);
        if (count.Kind == DrawKind.Constant && count.First != Math.Truncate(count.First))
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
        foreach (var knob in strategy.Knobs) c.LeftOutStandsAt($"knobs.{knob.Key}", $"strategies.{strategy.Name}.{knob.Key}");
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

    private static DrawSpec Draw(ConfigReader c, Knob knob) => c.Draw(knob.Key, KnobNature.UnitOf(knob), knob.About.AtLeast, knob.About.AtMost);

    private ConfigReader Given(ConfigReader c, string key)
    {
        c.LeftOutStandsAt(key, $"{defaults.Path}.{key}");
        return c.Has(key) ? c : defaults;
    }

    private static SubnetKind KindOf(ConfigReader c) => SubnetKind.Of(c.Choice("kind", [.. SubnetKind.All.Select(kind => kind.Name)]));

    private static DrawSpec OnRoot(ConfigReader c) => c.Draw("on-root", Unit.Fraction, atLeast: 0, atMost: 1);

    private static DrawSpec FirstWake(ConfigReader c) => c.Draw("first-wake", Unit.Blocks, atLeast: 0, atMost: MostBlocks);

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
