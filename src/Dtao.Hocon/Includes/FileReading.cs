using System.Text;

namespace Dtao.Hocon;

/// <summary>A file's text, or why there is none.</summary>
/// <param name="Text">The text; null when it was not read.</param>
/// <param name="Refusal">Why an existing file is not read, as in "is larger than 1 MiB"; null when it was read or does not exist.</param>
public sealed record FileReading(string? Text, string? Refusal)
{
    public static FileReading NotFound { get; } = new(null, null);

    public static FileReading TooLarge { get; } = Refused($"is larger than {Limits.FileBytes >> 20} MiB");

    /// <summary>A text as it is, unless it is too large or holds half a character.</summary>
    public static FileReading Found(string text)
    {
        if (text.Length > Limits.FileBytes || Encoding.UTF8.GetByteCount(text) > Limits.FileBytes)
            return TooLarge;
        for (var at = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); at >= 0 && at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[++at])))
                return Refused("is no valid Unicode text");
        }

        return new FileReading(text, null);
    }

    public static FileReading Refused(string because) => new(null, because);
}
