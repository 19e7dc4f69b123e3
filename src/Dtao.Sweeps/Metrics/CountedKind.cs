using Dtao.Records.Detectors;
using Dtao.Records.Events;

namespace Dtao.Sweeps.Metrics;

/// <summary>Something that runs tell of and that can be counted: a kind of detection, or a type of event of the narrative.</summary>
/// <param name="Table">Of run.db, in which <paramref name="Name"/> is a <c>kind</c>.</param>
/// <param name="Meaning">What it is, in a line.</param>
public sealed record CountedKind(string Name, string Table, string Meaning)
{
    public const string Detections = "detections", Events = "events";

    public static IReadOnlyList<CountedKind> All { get; } =
    [
        .. DetectionKind.All.Select(kind => new CountedKind(kind, Detections, MeaningOf(kind))),
        .. EventSchema.All.Where(kind => kind.Topics.Contains("narrative", StringComparison.Ordinal)).Select(kind => new CountedKind(kind.Name, Events, MeaningOf(kind))),
    ];

    /// <returns>Null for a name that none has.</returns>
    public static CountedKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    private static string MeaningOf(string kind) => kind switch
    {
        DetectionKind.Pump => "a price rose far above its median within hours, on money that came in",
        DetectionKind.Crash => "a price fell far below the highest of the last hours",
        DetectionKind.SellOff => "several strategies at once sold much more of a subnet than they bought",
        DetectionKind.CapHit => "the cap held a subnet's alpha injection down, block after block",
        DetectionKind.ConsensusCapture => "one validator set a subnet's consensus, apart from the others",
        DetectionKind.Intervention => "the foundation's weights changed what a subnet's miners are paid for",
        DetectionKind.Dominance => "one subnet had much of the emission, or one agent much of an alpha",
        _ => "",
    };

    private static string MeaningOf(EventKind kind) =>
        $"{(kind.Topics == "narrative" ? "an event" : kind.Name == nameof(Posted) ? "a posting on PayForHolding, PayForSelling or StakeShare" : "a fill of record.big-trade or more")} ({string.Join(", ", kind.Fields)})";
}
