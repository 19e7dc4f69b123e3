namespace Dtao.Agents.Configuration.Explaining;

/// <summary>One of two configurations at a key.</summary>
/// <param name="Value">As written; null where it has no such key.</param>
/// <param name="From">Where it is written.</param>
public sealed record ConfigSide(string? Value, string? From)
{
    public static ConfigSide None { get; } = new(null, null);

    internal static ConfigSide Of(EffectiveKey? key) => key is null ? None : new ConfigSide(key.Text, key.Assignments[0].Place);
}

/// <summary>A key that takes effect otherwise in two configurations. A cohort that only one of them has is one difference.</summary>
public sealed record ConfigDifference(string Key, ConfigSide A, ConfigSide B)
{
    public static IReadOnlyList<ConfigDifference> Between(LoadedConfig a, LoadedConfig b)
    {
        var (ofA, ofB) = (Keys(a), Keys(b));
        var shared = a.Config.Cohorts.Select(cohort => cohort.Name).Intersect(b.Config.Cohorts.Select(cohort => cohort.Name), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var keys = ofA.Keys.Concat(ofB.Keys.Where(key => !ofA.ContainsKey(key))).Where(key => CohortOf(key) is not { } cohort || shared.Contains(cohort));
        return
        [
            .. keys.Where(key => ofA.GetValueOrDefault(key)?.Normal != ofB.GetValueOrDefault(key)?.Normal)
                .Select(key => new ConfigDifference(key, ConfigSide.Of(ofA.GetValueOrDefault(key)), ConfigSide.Of(ofB.GetValueOrDefault(key)))),
            .. Cohorts(a, shared).Select(only => new ConfigDifference(only.Key, only.Side, ConfigSide.None)),
            .. Cohorts(b, shared).Select(only => new ConfigDifference(only.Key, ConfigSide.None, only.Side)),
            .. Order(a, b, shared),
        ];
    }

    private static OrderedDictionary<string, EffectiveKey> Keys(LoadedConfig config) =>
        new(new EffectiveKeys(config).All.Select(key => KeyValuePair.Create(key.Key, key)), StringComparer.Ordinal);

    private static string? CohortOf(string key) => Hocon.ConfigPath.Parse(key) is ["cohorts", var name, ..] ? name : null;

    private static IEnumerable<(string Key, ConfigSide Side)> Cohorts(LoadedConfig config, HashSet<string> shared) =>
        from cohort in config.Config.Cohorts
        where !shared.Contains(cohort.Name)
        let key = Hocon.ConfigPath.Join(["cohorts", cohort.Name])
        select (key, new ConfigSide($"a cohort of {cohort.Strategy.Name}", Assignment.PlaceOf(config.Tree.Root.Find(key)!.KeyOrigin)));

    /// <summary>Cohorts sit in the order in which they are first named, and where they sit counts under <c>fifo</c> and in every draw by seat.</summary>
    private static IEnumerable<ConfigDifference> Order(LoadedConfig a, LoadedConfig b, HashSet<string> shared)
    {
        var (inA, inB) = (Shared(a), Shared(b));
        if (inA != inB) yield return new ConfigDifference("the order of cohorts", new ConfigSide(inA, null), new ConfigSide(inB, null));

        string Shared(LoadedConfig config) => string.Join(", ", config.Config.Cohorts.Select(cohort => cohort.Name).Where(shared.Contains));
    }
}
