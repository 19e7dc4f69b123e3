namespace Dtao.Protocol.Units;

/// <summary>Logarithm and exponential of <see cref="U32F96"/>, by integers alone and so with the same bits everywhere; right to about 2⁻⁹⁰.</summary>
public static class Exponential
{
    private const int FractionBits = U32F96.FractionBits;

    /// <summary>⌊ln 2·2⁹⁶⌋.</summary>
    private static readonly U32F96 Ln2 = new(new UInt128(0xb17217f7, 0xd1cf79abc9e3b398));

    /// <summary>ln(n ÷ d) of a ratio of 1 or more.</summary>
    /// <param name="n">Below 2⁹⁴.</param>
    /// <param name="d">Above 0, at most <paramref name="n"/>.</param>
    /// <remarks>n ÷ d is halved until it lies next to 1; there ln u = 2·artanh((u − 1) ÷ (u + 1)).</remarks>
    public static U32F96 Ln(UInt128 n, UInt128 d)
    {
        var halved = 0u;
        for (; 5 * n > 7 * d; d <<= 1) halved++;
        var series = Artanh(U32F96.FromRatio(n > d ? n - d : d - n, n + d));
        var twice = series + series;
        var powers = new U32F96(Ln2.Raw * halved);
        return n >= d ? powers + twice : powers - twice;
    }

    /// <summary>1 − e⁻ˣ.</summary>
    public static U32F96 OneMinusExp(U32F96 x)
    {
        var (twos, rest) = Split(x);
        if (twos > FractionBits) return U32F96.One;
        var falling = Falling(rest);
        return twos == 0 ? falling : U32F96.One - (U32F96.One - falling >> twos);
    }

    /// <summary>eˣ − 1; null where that is 2³⁰ or more.</summary>
    public static U32F96? ExpMinusOne(U32F96 x)
    {
        var (twos, rest) = Split(x);
        if (twos >= 30) return null;
        return new U32F96((U32F96.One + Rising(rest)).Raw << twos) - U32F96.One;
    }

    /// <summary>x as a multiple of ln 2 and what is left.</summary>
    private static (int Twos, U32F96 Left) Split(U32F96 x)
    {
        var (twos, rest) = UInt128.DivRem(x.Raw, Ln2.Raw);
        return ((int)twos, new U32F96(rest));
    }

    /// <summary>s + s³/3 + s⁵/5 + …</summary>
    private static U32F96 Artanh(U32F96 s)
    {
        var (square, power, sum) = (s * s, s, s);
        for (var odd = 3u; power != U32F96.Zero; odd += 2)
        {
            power *= square;
            sum += power / odd;
        }
        return sum;
    }

    /// <summary>x − x²/2! + x³/3! − …</summary>
    private static U32F96 Falling(U32F96 x)
    {
        var (term, added, taken) = (x, x, U32F96.Zero);
        for (var k = 2u; term != U32F96.Zero; k++)
        {
            term = term * x / k;
            if (k % 2 == 0) taken += term;
            else added += term;
        }
        return added - taken;
    }

    /// <summary>x + x²/2! + x³/3! + …</summary>
    private static U32F96 Rising(U32F96 x)
    {
        var (term, sum) = (x, x);
        for (var k = 2u; term != U32F96.Zero; k++)
        {
            term = term * x / k;
            sum += term;
        }
        return sum;
    }
}
