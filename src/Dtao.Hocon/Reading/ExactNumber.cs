using System.Globalization;

namespace Dtao.Hocon;

/// <summary>A decimal number as written: <c>Digits × 10^-Decimals</c>, negated if need be. Nothing is rounded.</summary>
internal readonly record struct ExactNumber(UInt128 Digits, int Decimals, bool IsNegative)
{
    private const int MostDigits = 30;
    private const int WidestExponent = 300;

    /// <summary>Reads a JSON number; null beyond 30 digits or an exponent of 300.</summary>
    public static ExactNumber? Parse(string text)
    {
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var exponent = 0;
        if (mark >= 0 && (!int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                          || exponent is < -WidestExponent or > WidestExponent))
            return null;
        var mantissa = (mark < 0 ? text : text[..mark]).TrimStart('-');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        if (digits.Length > MostDigits)
            return null;
        var decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        return new ExactNumber(UInt128.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), decimals - exponent, text.StartsWith('-'));
    }

    /// <summary>The number times <paramref name="factor"/> over <paramref name="divisor"/>, as a whole and what is left over.</summary>
    /// <exception cref="OverflowException">The whole, or a power of ten on the way, is beyond 128 bits.</exception>
    public (UInt128 Whole, UInt128 Over, UInt128 Divisor) Times(UInt128 factor, UInt128 divisor)
    {
        if (Digits == 0)
            return (0, 0, 1);
        var dividend = checked(Digits * factor * PowerOfTen(-Decimals));
        divisor = checked(divisor * PowerOfTen(Decimals));
        var whole = dividend / divisor;
        return (whole, dividend - (whole * divisor), divisor);
    }

    private static UInt128 PowerOfTen(int exponent)
    {
        UInt128 power = 1;
        for (var i = 0; i < exponent; i++)
            power = checked(power * 10);
        return power;
    }
}
