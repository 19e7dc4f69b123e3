namespace Dtao.Records.Validation.Measures;

/// <summary>Every measure by its name, as targets call it.</summary>
public static class MeasureCatalogue
{
    private static readonly Dictionary<string, Measure> ByName =
        PumpMeasures.All.Concat(CrashMeasures.All).Concat(MajorityMeasures.All).Concat(MarketMeasures.All).Concat(ReturnMeasures.All).Concat(PathMeasures.All).Concat(ChainMeasures.All).Concat(FlowMeasures.All)
            .ToDictionary(measure => measure.Name, StringComparer.Ordinal);

    /// <summary>By name, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <returns>Null for a name that none has.</returns>
    public static Measure? Find(string name) => ByName.GetValueOrDefault(name);
}
