using System.Collections.Immutable;

namespace Dtao.Records.Database;

/// <summary>The words for a kind of row in <c>decisions</c>, as SQL over its column <c>kind</c>. What has no words goes by its kind.</summary>
/// <param name="Order">The order that came to this, so that what was done and what was refused have one name.</param>
/// <param name="Deed">In a portrait, null where it says nothing of it: sales are told with their price; and whoever sets weights sets them every tempo, which would hide the rest.</param>
/// <param name="Did">In a chain of causes, before the subnet.</param>
/// <param name="ToDo">The same of the order, after "asked to".</param>
internal sealed record DecisionWords(string Kind, string Order, string? Deed, string? Did, string? ToDo)
{
    private static readonly ImmutableArray<DecisionWords> All =
    [
        new("WeightsSet", "setweights", Deed: null, "set its weights on", "set its weights on"),
        new("RootWeightsSet", "setrootweights", Deed: null, "voted on emission from", "vote on emission from"),
        new("SubnetSold", "buysubnet", Deed: null, "bought", "buy"),
        new("SubnetOffered", "offersubnet", "changed its offer of the subnet", "changed its offer of", "change its offer of"),
        new("SubnetStarted", "startsubnet", "started the subnet", Did: null, ToDo: null),
        new("ChildrenScheduled", "setchildren", "lent its stake", "lends its stake on", "lend its stake on"),
        new("ChildTakeSet", "setchildtake", "set what it keeps as a child", "set what it keeps as a child on", "set what it keeps as a child on"),
        new("UsefulnessReported", "reportusefulness", "reported what others get of it", "reported what others get of", "report what others get of"),
        new("RootClaimSet", "setrootclaim", "changed how it takes root's alpha", Did: null, ToDo: null),
        new("RootSeatTaken", "takerootseat", "took a seat", "took a seat on", "take a seat on"),
    ];

    public static string Orders { get; } = Case("kind", words => words.Order);

    public static string Deeds { get; } = Case("kind", words => words.Deed);

    public static string AreDeeds { get; } = $"kind NOT IN ({string.Join(", ", All.Where(words => words.Deed is null).Select(words => $"'{words.Kind}'"))})";

    /// <summary>Of the table <c>t</c>, as the next.</summary>
    public static string WhatWasDone { get; } = Case("t.kind", words => words.Did);

    public static string WhatWasAsked { get; } = Case("t.kind", words => words.ToDo);

    private static string Case(string column, Func<DecisionWords, string?> word) =>
        $"CASE {column} {string.Join(' ', All.Where(words => word(words) is not null).Select(words => $"WHEN '{words.Kind}' THEN '{word(words)!.Replace("'", "''", StringComparison.Ordinal)}'"))} ELSE {column} END";
}
