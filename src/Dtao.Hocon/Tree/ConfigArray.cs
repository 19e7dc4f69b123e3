using System.Collections.Immutable;

namespace Dtao.Hocon;

public sealed class ConfigArray : ConfigValue
{
    internal ConfigArray(ImmutableArray<ConfigValue> items, Provenance provenance)
        : base(provenance) => Items = items;

    public ImmutableArray<ConfigValue> Items { get; }

    public override string Kind => "an array";
}
