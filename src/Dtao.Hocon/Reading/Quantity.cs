using System.Globalization;

namespace Dtao.Hocon;

/// <summary>Reads numbers with units, exactly.</summary>
public static class Quantity
{
    public const int SecondsPerBlock = 12;

    private const ulong RaoPerCoin = 1_000_000_000;

    /// <summary><c>5 tao</c> or <c>1 rao</c>, in rao.</summary>
    public static Parsed<ulong> Tao(string text) => Amount(text, "tao");

    /// <summary><c>12.5 alpha</c> or <c>1 rao</c>, in rao.</summary>
    public static Parsed<ulong> Alpha(string text) => Amount(text, "alpha");

    /// <summary><c>360 blocks</c>, or a time that is a whole number of blocks: <c>3 days</c>, <c>2 hours</c>, <c>10 min</c>, <c>12 s</c>.</summary>
    public static Parsed<long> Blocks(string text)
    {
        if (!Split(text, "7200 blocks", "blocks", out var number, out var unit, out var wrong))
            return wrong.Map(_ => 0L);
        if (SecondsIn(unit) is not { } seconds)
            return Parsed<long>.Wrong($"is in {SafeText.Excerpt(unit)}, which is no time", "write blocks, s, min, hours or days");
        if (ExactNumber.Parse(number) is not { IsNegative: false } exact)
            return Parsed<long>.Wrong($"is {SafeText.Excerpt(text)}, which is no time from now on", "write a number from 0");
        try
        {
            var (blocks, rest, divisor) = exact.Times(seconds, SecondsPerBlock);
            return rest == 0
                ? new Parsed<long>(checked((long)blocks))
                : Parsed<long>.Wrong($"is {SafeText.Excerpt(text)}, which is no whole number of blocks", $"the nearest is \"{blocks + (rest >= divisor - rest ? 1u : 0u)} blocks\"; a block is {SecondsPerBlock} s");
        }
        catch (OverflowException)
        {
            return Parsed<long>.Wrong($"is {SafeText.Excerpt(text)}, which is too long", "write a shorter time");
        }
    }

    /// <summary><c>0.02 tao/alpha</c>; a price is for looking at, so it is rounded to a double.</summary>
    public static Parsed<double> Price(string text)
    {
        if (!Split(text, "0.02 tao/alpha", "tao/alpha", out var number, out var unit, out var wrong))
            return wrong.Map(_ => 0d);
        return unit == "tao/alpha" ? Double(number) : Parsed<double>.Wrong($"is in {SafeText.Excerpt(unit)}; a price is in tao/alpha", $"write \"{SafeText.Excerpt(number)} tao/alpha\"");
    }

    /// <summary><c>2.5%</c> or <c>0.025</c>.</summary>
    public static Parsed<double> Fraction(string text)
    {
        var number = text.EndsWith('%') ? text[..^1].TrimEnd(' ') : text;
        if (!Characters.IsNumber(number))
            return Parsed<double>.Wrong($"is \"{SafeText.Excerpt(text)}\", which is no fraction", "write it like 2.5% or 0.025");
        if (number.Length == text.Length)
            return Double(number);

        // Moving the point in the text instead of dividing keeps 2.5% the same double as 0.025.
        return number.AsSpan().ContainsAny('e', 'E')
            ? Parsed<double>.Wrong($"is {SafeText.Excerpt(text)}", "write a percentage without an exponent")
            : Double(number + "e-2");
    }

    /// <summary>A bare number.</summary>
    public static Parsed<double> Number(string text) => Characters.IsNumber(text)
        ? Double(text)
        : Parsed<double>.Wrong($"is \"{SafeText.Excerpt(text)}\", which is no number", "write a number without a unit, such as 0.5");

    /// <summary>A bare whole number from 0.</summary>
    public static Parsed<ulong> Whole(string text)
    {
        if (Characters.IsNumber(text) && ExactNumber.Parse(text) is { } exact && Settle(exact, 1) is { } whole)
            return new Parsed<ulong>(whole);
        return Parsed<ulong>.Wrong($"is {SafeText.Excerpt(text)}, which is no whole number from 0 to {ulong.MaxValue}", "write a whole number without a unit, such as 42");
    }

    private static uint? SecondsIn(string unit) => unit switch
    {
        "s" or "second" or "seconds" => 1,
        "min" or "minute" or "minutes" => 60,
        "h" or "hour" or "hours" => 60 * 60,
        "day" or "days" => 24 * 60 * 60,
        "block" or "blocks" => SecondsPerBlock,
        _ => null,
    };

    private static Parsed<double> Double(string number)
    {
        var value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? new Parsed<double>(value) : Parsed<double>.Wrong($"is {SafeText.Excerpt(number)}, which is too large", "write a smaller number");
    }

    private static Parsed<ulong> Amount(string text, string coin)
    {
        if (!Split(text, $"5 {coin}", coin, out var number, out var unit, out var wrong))
            return wrong.Map(_ => 0UL);
        if (unit != coin && unit != "rao")
            return Parsed<ulong>.Wrong($"is in {SafeText.Excerpt(unit)}; this amount is in {coin}", $"write \"{SafeText.Excerpt(number)} {coin}\", or rao");
        if (ExactNumber.Parse(number) is { } exact && Settle(exact, unit == "rao" ? 1 : RaoPerCoin) is { } rao)
            return new Parsed<ulong>(rao);
        return Parsed<ulong>.Wrong($"is {SafeText.Excerpt(text)}, which is no whole number of rao", $"from 1 rao (0.000000001 {coin}) to {ulong.MaxValue} rao; nothing is rounded");
    }

    /// <summary>The whole number of small units; null when it is none, or beyond 64 bits.</summary>
    private static ulong? Settle(ExactNumber number, ulong unitsPerOne)
    {
        try
        {
            var (whole, rest, _) = number.Times(unitsPerOne, 1);
            return rest != 0 || whole > ulong.MaxValue || (number.IsNegative && whole > 0) ? null : (ulong)whole;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static bool Split(string text, string example, string unitHint, out string number, out string unit, out Parsed<int> wrong)
    {
        var length = Characters.NumberLength(text);
        (number, unit, wrong) = (text[..length], text[length..].TrimStart(' '), default);
        if (length == 0)
            wrong = Parsed<int>.Wrong($"is \"{SafeText.Excerpt(text)}\", which is no quantity", $"write a number and a unit, such as {example}");
        else if (unit.Length == 0)
            wrong = Parsed<int>.Wrong($"needs a unit: {SafeText.Excerpt(text)} -> \"{SafeText.Excerpt(number)} {unitHint}\"", null);
        return wrong.IsGood;
    }
}
