namespace Dtao.Records.Portraits;

/// <summary>How a portrait calls what stands in <c>decisions</c>, as SQL over its column <c>kind</c>.</summary>
internal static class DecisionWords
{
    /// <summary>The order that came to this, so that what was done and what was refused have one name.</summary>
    public const string Order = """
        CASE kind WHEN 'WeightsSet' THEN 'setweights' WHEN 'SubnetOffered' THEN 'offersubnet' WHEN 'SubnetSold' THEN 'buysubnet' WHEN 'ChildrenScheduled' THEN 'setchildren'
            WHEN 'ChildTakeSet' THEN 'setchildtake' WHEN 'UsefulnessReported' THEN 'reportusefulness' WHEN 'SubnetStarted' THEN 'startsubnet' WHEN 'RootClaimSet' THEN 'setrootclaim'
            WHEN 'RootSeatTaken' THEN 'takerootseat' WHEN 'RootWeightsSet' THEN 'setrootweights' ELSE kind END
        """;

    public const string Deed = """
        CASE kind WHEN 'SubnetOffered' THEN 'changed its offer of the subnet' WHEN 'ChildrenScheduled' THEN 'lent its stake' WHEN 'ChildTakeSet' THEN 'set what it keeps as a child'
            WHEN 'UsefulnessReported' THEN 'reported what others get of it' WHEN 'SubnetStarted' THEN 'started the subnet' WHEN 'RootClaimSet' THEN 'changed how it takes root''s alpha'
            WHEN 'RootSeatTaken' THEN 'took a seat' ELSE kind END
        """;

    /// <summary>Sales are told with their price; and whoever sets weights sets them every tempo, which would hide the rest.</summary>
    public const string IsDeed = "kind NOT IN ('SubnetSold', 'WeightsSet', 'RootWeightsSet')";
}
