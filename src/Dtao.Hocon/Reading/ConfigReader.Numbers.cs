using System.Globalization;
using System.Numerics;

namespace Dtao.Hocon;

public sealed partial class ConfigReader
{
    /// <summary>A whole number; both bounds belong to the range.</summary>
    public ulong Whole(string key, ulong atLeast = 0, ulong atMost = ulong.MaxValue)
    {
        Note(key, KeyNature.Within(KeyKind.Whole, atLeast, atMost));
        return Read(key, text => Within(Quantity.Whole(text), text, atLeast, atMost, ""), "a whole number", atLeast);
    }

    public IReadOnlyList<ulong> Wholes(string key, ulong atLeast = 0, ulong atMost = ulong.MaxValue)
    {
        Note(key, KeyNature.Within(KeyKind.Whole, atLeast, atMost) with { IsList = true });
        return ReadAll(key, text => Within(Quantity.Whole(text), text, atLeast, atMost, ""), "a whole number");
    }

    /// <summary>A time in blocks of 12 s; both bounds belong to the range.</summary>
    public long Blocks(string key, long atLeast = 0, long atMost = 100_000_000)
    {
        Note(key, new KeyNature(KeyKind.Blocks, atLeast, atMost));
        return Read(key, text => Within(Quantity.Blocks(text), text, atLeast, atMost, " blocks"), "a time", atLeast);
    }

    /// <inheritdoc cref="Blocks"/>
    public IReadOnlyList<long> Times(string key, long atLeast = 0, long atMost = 100_000_000)
    {
        Note(key, new KeyNature(KeyKind.Blocks, atLeast, atMost) { IsList = true });
        return ReadAll(key, text => Within(Quantity.Blocks(text), text, atLeast, atMost, " blocks"), "a time");
    }

    /// <summary>An amount in rao; both bounds, in rao, belong to the range.</summary>
    public ulong Tao(string key, ulong atLeast = 0, ulong atMost = ulong.MaxValue)
    {
        Note(key, KeyNature.InRao(KeyKind.Tao, atLeast, atMost));
        return Read(key, text => Within(Quantity.Tao(text), text, atLeast, atMost, " rao"), "an amount", atLeast);
    }

    /// <inheritdoc cref="Tao"/>
    public ulong Alpha(string key, ulong atLeast = 0, ulong atMost = ulong.MaxValue)
    {
        Note(key, KeyNature.InRao(KeyKind.Alpha, atLeast, atMost));
        return Read(key, text => Within(Quantity.Alpha(text), text, atLeast, atMost, " rao"), "an amount", atLeast);
    }

    /// <summary>TAO per alpha, from 0.</summary>
    public double Price(string key, double atLeast = 0, double? atMost = null, double? above = null, double? below = null)
    {
        Note(key, KeyNature.Within(KeyKind.Price, atLeast, atMost));
        return Read(key, Quantity.Price, "a price", new Bounds(atLeast, atMost, above, below));
    }

    /// <summary>A share, 1 being all of it: <c>2.5%</c> or <c>0.025</c>.</summary>
    public double Fraction(string key, double atLeast = 0, double? atMost = 1, double? above = null, double? below = null)
    {
        Note(key, KeyNature.Within(KeyKind.Fraction, atLeast, atMost));
        return Read(key, Quantity.Fraction, "a fraction", new Bounds(atLeast, atMost, above, below));
    }

    /// <inheritdoc cref="Fraction"/>
    public IReadOnlyList<double> Fractions(string key, double? atLeast = 0, double? atMost = 1)
    {
        Note(key, KeyNature.Within(KeyKind.Fraction, atLeast, atMost) with { IsList = true });
        return ReadAll(key, text => Within(Quantity.Fraction(text), text, new Bounds(atLeast, atMost)), "a fraction");
    }

    /// <summary>A number without a unit.</summary>
    public double Number(string key, double? atLeast = null, double? atMost = null, double? above = null, double? below = null)
    {
        Note(key, KeyNature.Within(KeyKind.Number, atLeast, atMost));
        return Read(key, Quantity.Number, "a number", new Bounds(atLeast, atMost, above, below));
    }

    public IReadOnlyList<double> Numbers(string key, double? atLeast = null, double? atMost = null)
    {
        Note(key, KeyNature.Within(KeyKind.Number, atLeast, atMost) with { IsList = true });
        return ReadAll(key, text => Within(Quantity.Number(text), text, new Bounds(atLeast, atMost)), "a number");
    }

    private double Read(string key, Func<string, Parsed<double>> parse, string wanted, Bounds bounds) =>
        Read(key, text => Within(parse(text), text, bounds), wanted, bounds.Harmless);

    private static Parsed<double> Within(Parsed<double> parsed, string text, Bounds bounds) =>
        parsed.IsGood && bounds.Broken(parsed.Value) is { } range ? OutOf<double>(text, range) : parsed;

    private static Parsed<T> Within<T>(Parsed<T> parsed, string text, T atLeast, T atMost, string unit)
        where T : INumber<T>
    {
        if (parsed.IsGood && parsed.Value < atLeast)
            return OutOf<T>(text, $"at least {atLeast.ToString(null, CultureInfo.InvariantCulture)}{unit}");
        if (parsed.IsGood && parsed.Value > atMost)
            return OutOf<T>(text, $"at most {atMost.ToString(null, CultureInfo.InvariantCulture)}{unit}");
        return parsed;
    }

    private static Parsed<T> OutOf<T>(string text, string range) => Parsed<T>.Wrong($"is {SafeText.Excerpt(text)}", $"it must be {range}");
}
