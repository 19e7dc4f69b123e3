using System.Globalization;
using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Tests.Numerics;

/// <summary>What every processor must agree on, as lines of text.</summary>
internal static class Golden
{
    private static readonly double[] Inputs = [1e-300, 1e-9, 0.1, 0.5, 0.75, 1.0, 1.1, 2.5, 7.0, 30.0, 123.456, 700.0];

    private static readonly (string Name, Func<double, double> Of)[] Functions =
    [
        ("exp", Reproducible.Exp), ("exp−", x => Reproducible.Exp(-x)), ("expm1", Reproducible.Expm1), ("log", Reproducible.Log), ("log1p", Reproducible.Log1p),
        ("log2", Reproducible.Log2), ("pow", x => Reproducible.Pow(x, 1.7)), ("tanh", Reproducible.Tanh), ("logistic", x => Reproducible.Logistic(-x)),
        ("sin", Reproducible.Sin), ("cos", Reproducible.Cos), ("normal quantile", x => NormalQuantile.At(x / 1000)),
    ];

    private static readonly (string Name, Func<Dice, double> Draw)[] Draws =
    [
        ("uniform", d => d.Uniform()), ("below", d => d.Below(1000)), ("normal", d => d.Normal(0, 1)), ("log-normal", d => d.LogNormal(5, 0.4)),
        ("exponential", d => d.Exponential(12)), ("pareto", d => d.Pareto(1.2, 1)), ("poisson 3", d => d.Poisson(3)), ("poisson 300", d => d.Poisson(300)),
    ];

    /// <summary>One line a function and a draw: hash over 20,000 arguments, then some values bit for bit.</summary>
    public static IEnumerable<string> Lines() =>
        Functions.Select(f => Line(f.Name, Swept(f.Of), Inputs.Select(f.Of)))
            .Concat(Draws.Select(d => Line(d.Name, Drawn(d.Draw, 20_000), Drawn(d.Draw, 4))));

    private static string Line(string name, IEnumerable<double> many, IEnumerable<double> few) =>
        $"{name}: {Hex(many.Aggregate(0ul, (hash, x) => StableHash.Combine(hash, BitConverter.DoubleToUInt64Bits(x))))} {string.Join(' ', few.Select(x => Hex(BitConverter.DoubleToUInt64Bits(x))))}";

    private static IEnumerable<double> Swept(Func<double, double> f) => Enumerable.Range(1, 20_000).Select(i => f(i * 0.03125 + i * i * 1e-6));

    private static IEnumerable<double> Drawn(Func<Dice, double> draw, int count)
    {
        var dice = Dice.For(runSeed: 7, agentKey: 42, block: 5_000_000, Purpose.Named("golden"));
        return Enumerable.Range(0, count).Select(_ => draw(dice));
    }

    private static string Hex(ulong bits) => bits.ToString("x16", CultureInfo.InvariantCulture);
}
