using Dtao.Records.Detectors;

namespace Dtao.Records.Tests.Detectors;

/// <summary>What happens to a synthetic subnet besides noise, drawn before it runs.</summary>
internal sealed record Plan
{
    private const int BlocksPerStep = SyntheticSubnet.BlocksPerStep;

    public string? Kind { get; private init; }

    public bool IsNear { get; private init; }

    /// <summary>Step at which it begins, and how many it lasts.</summary>
    public int At { get; private init; }

    public int Lasts { get; private init; }

    /// <summary>Change of the logarithm of the price that its traders bring about, over its whole length.</summary>
    public double Change { get; private init; }

    /// <summary>Strategies that take part. A crash is one strategy's, so that it is no sell-off of several besides.</summary>
    public int[] By { get; private init; } = [];

    /// <summary>TAO that each of them takes out in 600 blocks, as a share of the pool's.</summary>
    public double Each { get; private init; }

    public double Share { get; private init; }

    public double Apart { get; private init; }

    public double Moved { get; private init; }

    public bool IsOfFoundation { get; private init; }

    public double EmissionShare { get; private init; }

    /// <summary>Of the subnet's alpha, by the agent that holds most at the end.</summary>
    public double Holding { get; private init; } = 0.12;

    public static Plan Drawn(string? kind, bool isNear, Random draws)
    {
        var plan = new Plan { Kind = kind, IsNear = isNear, At = 900 + draws.Next(500) };
        return kind switch
        {
            DetectionKind.Pump => plan with { Change = Math.Log(1 + (isNear ? Between(0.35, 0.65) : Between(0.8, 3))), Lasts = draws.Next(20, 150), By = Some(4, draws.Next(1, 4)) },
            DetectionKind.Crash => plan with { Change = Math.Log(1 - (isNear ? Between(0.3, 0.5) : Between(0.55, 0.9))), Lasts = draws.Next(5, 150), By = Some(6 + draws.Next(3), 1) },
            DetectionKind.SellOff => plan with { By = isNear ? Some(4, draws.Next(2, 4)) : Some(4, draws.Next(4, 6)), Each = isNear ? Between(0.014, 0.03) : Between(0.035, 0.05), Lasts = draws.Next(70, 140) },
            DetectionKind.CapHit => plan with { Lasts = isNear ? draws.Next(6, 15) : draws.Next(20, 2_000) },
            DetectionKind.ConsensusCapture => Rules(plan with { IsOfFoundation = false }),
            DetectionKind.Intervention => Rules(plan with { IsOfFoundation = true }),
            DetectionKind.Dominance when draws.Next(2) == 0 => plan with { EmissionShare = isNear ? Between(0.2, 0.3) : Between(0.33, 0.6), Lasts = draws.Next(40, 400) },
            DetectionKind.Dominance => plan with { Holding = isNear ? Between(0.28, 0.38) : Between(0.45, 0.9) },
            _ => plan,
        };

        double Between(double low, double high) => low + (high - low) * draws.NextDouble();

        int[] Some(int first, int count) => [.. Enumerable.Range(first, count)];

        Plan Rules(Plan of)
        {
            var near = isNear ? draws.Next(3) : -1; // one of them is
            return of with
            {
                Share = near == 0 ? Between(0.46, 0.54) : Between(0.57, 0.8),
                Apart = near == 1 ? Between(0.4, 0.6) : Between(0.65, 0.95),
                Moved = near == 2 ? Between(0.4, 0.6) : Between(0.65, 0.95),
                Lasts = 36 * (near == 2 ? draws.Next(2, 5) : draws.Next(5, 12)),
            };
        }
    }

    /// <summary>A foundation that rules the consensus also captures it.</summary>
    public IReadOnlyList<Injected> Labels(long origin) => Kind switch
    {
        null => [],
        DetectionKind.Intervention => [Label(origin, Kind), Label(origin, DetectionKind.ConsensusCapture)],
        DetectionKind.Dominance when EmissionShare == 0 => [new Injected(Kind, origin + SyntheticSubnet.Steps * BlocksPerStep, origin + SyntheticSubnet.Steps * BlocksPerStep, IsNear)],
        _ => [Label(origin, Kind)],
    };

    /// <summary>The strategies that bring the price about: many may lift it, but what is given back is sold by one of them.</summary>
    public int[] MoversAt(int step) => step < At + Lasts ? By : By[..1];

    /// <summary>Of a pump half is given back over the next day.</summary>
    public double DriftAt(int step) => Change == 0 || step < At ? 0 : step < At + Lasts ? Change / Lasts : step < At + Lasts + 720 && Change > 0 ? -Change / 2 / 720 : 0;

    public bool SellsAt(int step) => Each > 0 && step >= At && step < At + Lasts;

    public bool RulesAt(int step) => Share > 0 && step >= At && step < At + Lasts;

    public bool BeginsAt(int step) => RulesAt(step) && step - 36 < At;

    public bool GetsAt(int step) => EmissionShare > 0 && step >= At && step < At + Lasts;

    /// <param name="block">Since the beginning.</param>
    public bool CapBindsAt(int block) => Kind == DetectionKind.CapHit && block >= At * BlocksPerStep && block < At * BlocksPerStep + Lasts;

    private Injected Label(long origin, string kind) => new(kind, origin + At * BlocksPerStep, origin + At * BlocksPerStep + Lasts * (kind == DetectionKind.CapHit ? 1 : BlocksPerStep), IsNear);
}
