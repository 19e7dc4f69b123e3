namespace Dtao.Records.Events;

/// <summary>What a subnet is for, which nobody on the chain can read off it: a subnet is of the kind of its owner's cohort, and changes kind with its owner.</summary>
/// <param name="Name">As the configuration and the record spell it.</param>
/// <param name="OwnersDo">What the owners of such subnets do.</param>
public sealed record SubnetKind(string Name, string OwnersDo)
{
    /// <summary>All there are, in the order in which they are shown.</summary>
    public static IReadOnlyList<SubnetKind> All { get; } =
    [
        new("ai", "do work for others"),
        new("meme", "pay for holding"),
        new("cost-subsidy", "live on the costs that emission pays"),
        new("empty", "do nothing"),
    ];

    /// <summary>Work that others use, and so what emission is meant to pay for.</summary>
    public static SubnetKind Work => All[0];

    /// <param name="name">That of one of <see cref="All"/>; whatever else is the first.</param>
    public static SubnetKind Of(string name) => All.FirstOrDefault(kind => kind.Name == name) ?? Work;
}
