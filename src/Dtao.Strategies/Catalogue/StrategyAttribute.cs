namespace Dtao.Strategies.Catalogue;

public enum Role
{
    Speculator,
    Miner,
    Validator,
    Owner,
    Foundation,

    /// <summary>Its word on what subnets are worth to others counts on the chain. Of several, the first one's.</summary>
    Oracle,
}

/// <summary>Names a strategy for HOCON: <c>strategy = momentum</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StrategyAttribute(string name, Role role) : Attribute
{
    /// <summary>Lower case, words joined by hyphens.</summary>
    public string Name { get; } = name;

    public Role Role { get; } = role;

    /// <summary>What it does, in one sentence.</summary>
    public required string Rule { get; init; }

    /// <summary>Paper and section, or the record, that it follows.</summary>
    public required string Source { get; init; }
}
