using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// How fast bonds follow new weights, by column: the more a column is agreed on, the faster, along a logistic curve through (q₂₅, low) and (q₇₅, high),
/// the quartiles of consensus. Off unless the rules bound it.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/run_epoch.rs: compute_ema_bonds_sparse</c>.</remarks>
internal static class LiquidAlpha
{
    private static readonly I32F32 LowerQuartile = I32F32.FromRatio(1, 4), UpperQuartile = I32F32.FromRatio(3, 4);

    /// <summary>What new bonds weigh against old ones, by column.</summary>
    public static I32F32[] NewShares(ConsensusRules rules, I32F32[] consensus, I32F32[] shares)
    {
        if (rules.LiquidAlpha is { } bounds && Quantile(consensus, UpperQuartile) is var high && high != I32F32.Zero)
            return Bounded(consensus, Curve(bounds, high, Quantile(consensus, LowerQuartile)), bounds);
        Array.Fill(shares, I32F32.One - I32F32.FromRatio(rules.BondsMovingAverageMillionths, 1_000_000));
        return shares;
    }

    /// <summary>Slope a and intercept b: a = (ln(1/high − 1) − ln(1/low − 1)) ÷ (q₂₅ − q₇₅), b = ln(1/low − 1) + a·q₂₅; both 0 where that means nothing.</summary>
    /// <remarks><c>calculate_logistic_params</c>.</remarks>
    public static (I32F32 Slope, I32F32 Intercept) LogisticParameters(I32F32 alphaHigh, I32F32 alphaLow, I32F32 consensusHigh, I32F32 consensusLow)
    {
        if (consensusHigh <= consensusLow || alphaLow == I32F32.Zero || alphaHigh == I32F32.Zero) return (I32F32.Zero, I32F32.Zero);
        var slope = (LogOdds(alphaHigh) - LogOdds(alphaLow)).SaturatingDivide(consensusLow - consensusHigh);
        return (slope, LogOdds(alphaLow).SaturatingAdd(slope.SaturatingMultiply(consensusLow)));
    }

    /// <summary>1 ÷ (1 + exp(b − a·c)). An exponential too large for the chain counts as 0, so that the result is then 1.</summary>
    /// <remarks><c>compute_alpha_values, safe_exp</c>.</remarks>
    public static I32F32 Logistic(I32F32 consensus, I32F32 slope, I32F32 intercept)
    {
        var exponential = Transcendental.Exp(intercept.SaturatingSubtract(slope.SaturatingMultiply(consensus))) ?? I32F32.Zero;
        return I32F32.One.SaturatingDivide(I32F32.One.SaturatingAdd(exponential));
    }

    /// <remarks><c>clamp_alpha_values</c>.</remarks>
    public static I32F32 Clamp(I32F32 alpha, I32F32 low, I32F32 high) => I32F32.Max(I32F32.Min(alpha, high), low);

    /// <summary>Linear between the two values next to q·(n − 1) in ascending order; 0 of none.</summary>
    /// <remarks><c>quantile</c>.</remarks>
    public static I32F32 Quantile(ReadOnlySpan<I32F32> data, I32F32 q)
    {
        if (data.IsEmpty) return I32F32.Zero;
        Span<I32F32> ascending = data.ToArray();
        ascending.Sort();
        var position = q.Raw * (data.Length - 1);
        var (low, weight) = ((int)(position >> I32F32.FractionBits), new I32F32(position & uint.MaxValue));
        return weight == I32F32.Zero ? ascending[low] : ascending[low] + (ascending[low + 1] - ascending[low]) * weight;
    }

    private static I32F32[] Bounded(I32F32[] consensus, (I32F32 Slope, I32F32 Intercept) curve, LiquidAlphaBounds bounds) =>
        Array.ConvertAll(consensus, c => Clamp(Logistic(c, curve.Slope, curve.Intercept), I32F32.FromU16(bounds.LowU16), I32F32.FromU16(bounds.HighU16)));

    private static (I32F32 Slope, I32F32 Intercept) Curve(LiquidAlphaBounds bounds, I32F32 high, I32F32 low) =>
        LogisticParameters(I32F32.FromU16(bounds.HighU16), I32F32.FromU16(bounds.LowU16), high, low);

    /// <summary>ln(1/α − 1); 0 for α = 1.</summary>
    private static I32F32 LogOdds(I32F32 alpha) => Transcendental.Ln(I32F32.One.SaturatingDivide(alpha).SaturatingSubtract(I32F32.One)) ?? I32F32.Zero;
}
