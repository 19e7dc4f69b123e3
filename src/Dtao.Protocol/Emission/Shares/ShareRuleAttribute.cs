namespace Dtao.Protocol.Emission.Shares;

/// <summary>The name under which <c>protocol.emission.shares</c> finds a rule; its settings, if it has any, stand in the section of the same name beside it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShareRuleAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>A number of a rule; the key is the property's name in lower case with hyphens.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(double atLeast, double atMost) : Attribute
{
    /// <summary>Smallest value allowed.</summary>
    public double AtLeast { get; } = atLeast;

    /// <summary>Largest value allowed.</summary>
    public double AtMost { get; } = atMost;
}
