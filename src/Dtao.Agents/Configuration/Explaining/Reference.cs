using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Configuration.Explaining;

/// <summary>What <c>config/reference.conf</c>, and what it includes, says of each key.</summary>
public sealed class Reference
{
    private readonly LoadedConfig defaults;
    private readonly StrategyCatalogue catalogue;

    public Reference(StrategyCatalogue catalogue) =>
        (this.catalogue, defaults) = (catalogue, LoadedConfig.Load(ConfigInput.Of(null), catalogue));

    /// <summary>Every key that has a default, with its default.</summary>
    public EffectiveKeys Defaults => field ??= new EffectiveKeys(defaults);

    /// <summary>A comment as it stands there; what a strategy's source says of a knob that has no default; null where nothing is said.</summary>
    /// <param name="key">A key of a run.</param>
    /// <param name="elsewhere">Where its value stands when it is left out; null where it may not be.</param>
    public string? Documentation(string key, string? elsewhere)
    {
        var at = elsewhere ?? key;
        return (Documented(at) is { } value ? CommentOf(value) : null) ?? MeaningOf(at);
    }

    /// <summary>The default of a key; null where it has none.</summary>
    public EffectiveKey? Default(string key, string? elsewhere) => Defaults.At(elsewhere ?? key).FirstOrDefault(known => known.Key == (elsewhere ?? key));

    /// <summary>What a cohort must say itself stands in <c>x-cohort</c>, as an example.</summary>
    private ConfigValue? Documented(string key) =>
        defaults.Tree.Root.Find(key) ?? (ConfigPath.Parse(key) is ["cohorts", _, var own] ? defaults.Tree.Root.Find(ConfigPath.Join(["x-cohort", own])) : null);

    /// <summary>A value without a comment of its own has that of the one it overrode; else what is said of the keys it stands with.</summary>
    private static string? CommentOf(ConfigValue value) =>
        value.Overrode.Prepend(value.KeyOrigin).Select(CommentLines.Above).FirstOrDefault(comment => comment is not null) ?? CommentLines.AboveGroup(value.KeyOrigin);

    private string? MeaningOf(string key) =>
        ConfigPath.Parse(key) is ["strategies", var strategy, var knob] ? catalogue.Find(strategy)?.Knobs.FirstOrDefault(own => own.Key == knob)?.About.Meaning + "." : null;
}
