using System.Buffers;

namespace Dtao.Hocon;

/// <summary>The classes of characters that the HOCON specification names.</summary>
internal static class Characters
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("$\"{}[]:=,+#`^?!@*&\\");

    /// <summary>White space that is no new line.</summary>
    public static bool IsSpace(char c) => c switch
    {
        '\n' or '\u0085' => false,
        (>= '\u001c' and <= '\u001f') or '\uFEFF' => true,
        _ => char.IsWhiteSpace(c),
    };

    public static bool IsUnquoted(char c) => c != '\n' && !IsSpace(c) && !Forbidden.Contains(c);

    public static bool StartsComment(ReadOnlySpan<char> text) => text.StartsWith('#') || text.StartsWith("//");

    /// <summary>Length of the JSON number at the start of <paramref name="text"/>; 0 when there is none.</summary>
    public static int NumberLength(ReadOnlySpan<char> text)
    {
        var at = text.StartsWith('-') ? 1 : 0;
        var whole = Digits(text, at);
        if (whole == 0)
            return 0;
        at += text[at] == '0' ? 1 : whole;
        var decimals = At(text, at) == '.' ? Digits(text, at + 1) : 0;
        at += decimals > 0 ? decimals + 1 : 0;
        return at + ExponentLength(text, at);
    }

    public static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && NumberLength(text) == text.Length;

    private static int ExponentLength(ReadOnlySpan<char> text, int at)
    {
        if (At(text, at) is not ('e' or 'E'))
            return 0;
        var sign = At(text, at + 1) is '+' or '-' ? 1 : 0;
        var digits = Digits(text, at + 1 + sign);
        return digits > 0 ? 1 + sign + digits : 0;
    }

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        var to = from;
        while (char.IsAsciiDigit(At(text, to)))
            to++;
        return to - from;
    }

    private static char At(ReadOnlySpan<char> text, int index) => index < text.Length ? text[index] : '\0';
}
