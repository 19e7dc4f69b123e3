namespace Dtao.Agents.Running;

/// <summary>What a subnet is for, which nobody on the chain can read off it: a subnet is of the kind of its owner's cohort, and changes kind with its owner.</summary>
public enum SubnetKind
{
    /// <summary>Work for others.</summary>
    Ai,

    /// <summary>Nothing but its own token.</summary>
    Meme,

    /// <summary>A business elsewhere whose costs emission pays.</summary>
    CostSubsidy,

    /// <summary>Nothing at all.</summary>
    Empty,
}

/// <summary>Kinds as the configuration and the record spell them.</summary>
public static class SubnetKindName
{
    /// <summary>In the order of the kinds.</summary>
    public static IReadOnlyList<string> All { get; } = ["ai", "meme", "cost-subsidy", "empty"];

    public static string Name(this SubnetKind kind) => All[(int)kind];

    /// <param name="name">One of <see cref="All"/>; whatever else is the first.</param>
    public static SubnetKind Of(string name) => (SubnetKind)Math.Max(0, All.ToList().IndexOf(name));
}
