namespace Dtao.Records.Detectors;

/// <summary>What can be detected, as run.db calls it.</summary>
public static class DetectionKind
{
    public const string Pump = "pump", Crash = "crash", SellOff = "sell-off", CapHit = "cap-hit", ConsensusCapture = "consensus-capture", Intervention = "intervention", Dominance = "dominance";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Pump, Crash, SellOff, CapHit, ConsensusCapture, Intervention, Dominance];
}
