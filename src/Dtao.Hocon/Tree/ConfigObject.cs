using System.Diagnostics.CodeAnalysis;

namespace Dtao.Hocon;

/// <summary>Named values, in the order in which their keys were first written.</summary>
public sealed class ConfigObject : ConfigValue
{
    private readonly OrderedDictionary<string, ConfigValue> fields;

    internal ConfigObject(OrderedDictionary<string, ConfigValue> fields, Provenance provenance)
        : base(provenance) => this.fields = fields;

    public IReadOnlyDictionary<string, ConfigValue> Fields => fields;

    public override string Kind => "an object";

    public bool TryGet(string key, [NotNullWhen(true)] out ConfigValue? value) => fields.TryGetValue(key, out value);

    /// <summary>This object laid over another, as a later layer is over an earlier one: objects merge, anything else takes the place of what was there.</summary>
    public ConfigObject Over(ConfigObject below)
    {
        var merged = new OrderedDictionary<string, ConfigValue>(below.fields);
        foreach (var (key, value) in fields)
            merged[key] = value is ConfigObject section && below.TryGet(key, out var under) && under is ConfigObject lower ? section.Over(lower) : value;
        return new ConfigObject(merged, new Provenance(Origin, KeyOrigin, Via, Overrode));
    }

    /// <summary>The value at a path such as <c>cohorts.herd."odd.name"</c>, or null.</summary>
    public ConfigValue? Find(string path)
    {
        ConfigValue? at = this;
        foreach (var key in ConfigPath.Parse(path) ?? [])
            at = at is ConfigObject section && section.TryGet(key, out var next) ? next : null;
        return ReferenceEquals(at, this) ? null : at;
    }
}
