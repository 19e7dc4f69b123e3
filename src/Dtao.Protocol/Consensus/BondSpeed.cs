using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// How fast a bond of Yuma 3 moves: at one speed, or, under liquid alpha, along a sigmoid the faster the further the validator's weight is above what others agree on,
/// where it buys, or below what it holds, where it sells.
/// </summary>
/// <remarks>subtensor 14bc6f9f9 <c>epoch/run_epoch.rs: compute_liquid_alpha_values, alpha_sigmoid</c>.</remarks>
internal sealed class BondSpeed
{
    private static readonly I32F32 Middle = I32F32.FromRatio(1, 2);

    private I32F32 constant, low, high, slope;

    /// <summary>Whether each bond has a speed of its own.</summary>
    public bool IsLiquid { get; private set; }

    /// <summary>Liquid alpha needs a miner that anybody agrees on.</summary>
    public void Set(ConsensusRules rules, I32F32[] consensus)
    {
        constant = I32F32.One - I32F32.FromRatio(rules.BondsMovingAverageMillionths, 1_000_000);
        IsLiquid = rules.LiquidAlpha is not null && Array.Exists(consensus, agreed => agreed > I32F32.Zero);
        if (rules.LiquidAlpha is not { } bounds) return;
        (low, high, slope) = (I32F32.FromU16(bounds.LowU16), I32F32.FromU16(bounds.HighU16), I32F32.FromRatio(rules.LiquidAlphaSteepness, 100));
    }

    public I32F32 Of(I32F32 bond, I32F32 weight, I32F32 consensus) =>
        IsLiquid ? Sigmoid(Distance(bond, weight, consensus), low, high, slope) : constant;

    /// <summary>0 to 1.</summary>
    public static I32F32 Distance(I32F32 bond, I32F32 weight, I32F32 consensus)
    {
        var away = weight >= bond ? weight - consensus : bond - weight;
        return I32F32.Max(I32F32.Zero, I32F32.Min(I32F32.One, away));
    }

    /// <summary>low + (high − low) ÷ (1 + exp(−slope·(distance − ½))), within its bounds.</summary>
    public static I32F32 Sigmoid(I32F32 distance, I32F32 low, I32F32 high, I32F32 slope)
    {
        var exponential = Transcendental.Exp(-slope.SaturatingMultiply(distance - Middle)) ?? I32F32.Zero;
        return LiquidAlpha.Clamp(low + I32F32.One.SaturatingDivide(I32F32.One.SaturatingAdd(exponential)) * (high - low), low, high);
    }
}
