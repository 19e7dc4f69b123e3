using System.Numerics;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Units;

/// <summary>Logarithm and exponential by integers, held against what they undo and against the processor's own.</summary>
public sealed class Exponentials
{
    /// <summary>What a chain of both may be off by: 2⁻⁸⁶.</summary>
    private static readonly UInt128 Bound = UInt128.One << U32F96.FractionBits - 86;

    [Fact]
    public void undo_one_another()
    {
        Holds((x, y) =>
        {
            var (n, d) = (Math.Max(x, y), Math.Min(x, y));
            var lost = Exponential.OneMinusExp(Exponential.Ln(n, d)); // 1 − d ÷ n
            return Off(lost, U32F96.FromRatio(n - d, n)) < Bound;
        });
        Holds((x, y) =>
        {
            var (n, d) = (Math.Max(x, y), Math.Min(x, y));
            if (n >> 20 >= d) return true; // eˣ is then too large to be told to the last bits
            var gained = Exponential.ExpMinusOne(Exponential.Ln(n, d))!.Value; // n ÷ d − 1
            return Off(gained, U32F96.FromRatio(n - d, d)) < Bound << 20;
        });
    }

    [Fact]
    public void agree_with_the_processors_own() => Holds((x, y) =>
    {
        var (n, d) = (Math.Max(x, y), Math.Min(x, y));
        return Math.Abs(Real(Exponential.Ln(n, d)) - Math.Log(n / (double)d)) < 1e-13;
    });

    [Theory] // to 30 digits by Python's decimal: ln 2, ln 10, 1 - exp(-1), 1 - exp(-0.001), exp(1) - 1
    [InlineData("ln", 2, 1, "0.693147180559945309417232121458")]
    [InlineData("ln", 10, 1, "2.302585092994045684017991454684")]
    [InlineData("1 - exp", 1, 1, "0.632120558828557678404476229838")]
    [InlineData("1 - exp", 1, 1000, "0.000999500166625008331944642857")]
    [InlineData("exp - 1", 1, 1, "1.718281828459045235360287471352")]
    public void are_right_to_26_digits(string function, ulong n, ulong d, string expected)
    {
        var found = function switch
        {
            "ln" => Exponential.Ln(n, d),
            "1 - exp" => Exponential.OneMinusExp(U32F96.FromRatio(n, d)),
            _ => Exponential.ExpMinusOne(U32F96.FromRatio(n, d))!.Value,
        };
        var digits = (BigInteger)found.Raw * BigInteger.Pow(10, 30) >> U32F96.FractionBits;
        Assert.InRange(BigInteger.Abs(digits - BigInteger.Parse(expected.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)), 0, 10_000);
    }

    [Fact]
    public void end_where_there_is_no_room()
    {
        Assert.Equal(U32F96.One, Exponential.OneMinusExp(U32F96.FromRatio(684, 1)));
        Assert.Null(Exponential.ExpMinusOne(U32F96.FromRatio(684, 1)));
        Assert.Equal(U32F96.Zero, Exponential.Ln(7, 7));
        Assert.Throws<OverflowException>(() => U32F96.FromRatio(ulong.MaxValue, 1));
        Assert.Throws<OverflowException>(() => U32F96.FromRatio(1UL << 31, 1) * U32F96.FromRatio(2, 1));
    }

    private static void Holds(Func<ulong, ulong, bool> law) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Amount, Amount, law));

    /// <summary>Of every size up to all there is of a coin.</summary>
    private static Arbitrary<ulong> Amount { get; } = (
        from bits in Gen.Choose(1, 54)
        from upper in Gen.Choose(0, int.MaxValue)
        from lower in Gen.Choose(0, int.MaxValue)
        select 1 + ((ulong)upper << 31 | (uint)lower) % (1UL << bits)).ToArbitrary();

    private static UInt128 Off(U32F96 a, U32F96 b) => a > b ? a.Raw - b.Raw : b.Raw - a.Raw;

    private static double Real(U32F96 value) => (double)value.Raw / Math.Pow(2, U32F96.FractionBits);
}
