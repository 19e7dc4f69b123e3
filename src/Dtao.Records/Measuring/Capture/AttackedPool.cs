namespace Dtao.Records.Measuring.Capture;

/// <summary>A subnet whose emission somebody wants to buy, by pencil: a constant-product pool in which nobody else trades. TAO and alpha; no fee.</summary>
/// <param name="Tao">In the pool.</param>
/// <param name="Alpha">In the pool.</param>
/// <param name="Weight">What its share of emission goes by now: its moving price under the price rule, its mean flow, TAO a block, under the flow rule.</param>
/// <param name="Others">The same of all other subnets together.</param>
public sealed record AttackedPool(double Tao, double Alpha, double Weight, double Others)
{
    public double Price => Tao / Alpha;

    public double Share => Weight / (Weight + Others);

    /// <summary>The weight that gives a share of emission: x·W ÷ (1 − x).</summary>
    public double WeightFor(double share) => share * Others / (1 - share);

    /// <summary>Alpha that so much TAO buys: α·k ÷ (τ + k).</summary>
    public double Buys(double tao) => Alpha * tao / (Tao + tao);

    /// <summary>TAO that so much alpha is sold for: τ·a ÷ (α + a).</summary>
    public double Sells(double alpha) => Tao * alpha / (Alpha + alpha);
}
