namespace Dtao.Hocon;

/// <summary>Stands where a value could not be read. Its error is already told, so readers pass over it in silence.</summary>
public sealed class ConfigBroken : ConfigValue
{
    internal ConfigBroken(Provenance provenance)
        : base(provenance)
    {
    }

    public override string Kind => "unreadable";
}
