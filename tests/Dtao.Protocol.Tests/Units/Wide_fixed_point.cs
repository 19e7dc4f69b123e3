using System.Numerics;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Units;

/// <summary>I96F32 is exact, be its factors short or long, and refuses what does not fit.</summary>
public sealed class Wide_fixed_point
{
    [Fact]
    public void products_round_down() => ForAll((a, b) => Fits((BigInteger)a.Raw * b.Raw >> 32, () => a * b, mayRefuse: a.Raw >> 64 != 0 && b.Raw >> 64 != 0));

    [Fact]
    public void quotients_round_down() => ForAll((a, b) =>
        b == I96F32.Zero || Fits(((BigInteger)a.Raw << 32) / b.Raw, () => a / b, mayRefuse: a.Raw >> 96 != 0));

    [Fact]
    public void nothing_is_divided_by_zero() => ForAll((a, _) =>
    {
        var refused = Record.Exception(() => a / I96F32.Zero);
        return a.Raw >> 96 != 0 ? refused is OverflowException : refused is DivideByZeroException;
    });

    [Fact]
    public void whole_parts_are_cut_off() => ForAll((a, _) =>
        a.Raw >> 96 == 0 ? a.Floor() == (ulong)(a.Raw >> 32) : Record.Exception(() => a.Floor()) is OverflowException);

    [Fact]
    public void the_halves_of_a_product_are_those_of_the_whole() => ForAll((a, b) =>
    {
        var (x, y) = ((ulong)(a.Raw & ulong.MaxValue), (ulong)(b.Raw & ulong.MaxValue));
        return new UInt128(LongProduct.Upper(x, y), LongProduct.Lower(x, y)) == (UInt128)x * y;
    });

    [Fact]
    public void a_share_of_an_amount_rounds_as_it_says() => ForAll((a, b) =>
    {
        var (x, y, of) = ((ulong)(a.Raw & ulong.MaxValue), (ulong)(b.Raw & ulong.MaxValue), (ulong)(a.Raw >> 32 & uint.MaxValue));
        if (of == 0) return Record.Exception(() => MulDiv.Down(x, y, of)) is DivideByZeroException;
        var product = (BigInteger)x * y;
        if (product / of > ulong.MaxValue) return Record.Exception(() => MulDiv.Down(x, y, of)) is OverflowException;
        return MulDiv.Down(x, y, of) == product / of && (product / of == ulong.MaxValue || MulDiv.Up(x, y, of) == (product + of - 1) / of);
    });

    private static void ForAll(Func<I96F32, I96F32, bool> holds) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(4000), Prop.ForAll(Number(), Number(), holds));

    /// <summary>Of every length up to 128 bits.</summary>
    private static Arbitrary<I96F32> Number() =>
        (from parts in Gen.ArrayOf(Gen.Choose(int.MinValue, int.MaxValue), 4)
         from shift in Gen.Choose(0, 128)
         select new I96F32(shift == 128 ? 0 : new UInt128(Word(parts[0], parts[1]), Word(parts[2], parts[3])) >> shift)).ToArbitrary();

    private static ulong Word(int high, int low) => (ulong)unchecked((uint)high) << 32 | unchecked((uint)low);

    private static bool Fits(BigInteger expected, Func<I96F32> found, bool mayRefuse)
    {
        if (!mayRefuse && expected >> 96 == 0) return found().Raw == (UInt128)expected;
        return Record.Exception(() => found().Raw == (UInt128)expected ? 0 : throw new InvalidOperationException("It is another number.")) is null or OverflowException;
    }
}
