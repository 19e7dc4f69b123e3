using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Parsing;

namespace Dtao.Records.Log;

/// <summary>
/// A log event as one plain line. Serilog's own rendering puts text in quotes; this one leaves quotes out, and replaces whatever in a value
/// could end a line, steer a terminal or turn the direction of writing.
/// </summary>
internal static class Sentence
{
    private const char Replacement = '\uFFFD';

    public static string Of(LogEvent told) => Of(told.MessageTemplate, name => told.Properties.TryGetValue(name, out var value) ? Plain(value) : null);

    /// <param name="valueOf">The value of a property; null leaves its placeholder standing.</param>
    public static string Of(MessageTemplate words, Func<string, string?> valueOf)
    {
        var sentence = new StringBuilder();
        foreach (var token in words.Tokens) sentence.Append(token is PropertyToken property ? valueOf(property.PropertyName) ?? property.ToString() : token.ToString());
        for (var i = 0; i < sentence.Length; i++)
            if (IsUnsafe(sentence[i]))
                sentence[i] = Replacement;
        return sentence.ToString();
    }

    /// <summary>A text with whatever is unsafe replaced.</summary>
    public static string Harmless(string text) => string.Concat(text.Select(c => IsUnsafe(c) ? Replacement : c));

    private static bool IsUnsafe(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Plain(LogEventPropertyValue value) =>
        value is ScalarValue { Value: { } plain } ? Convert.ToString(plain, CultureInfo.InvariantCulture) ?? "" : value.ToString(null, CultureInfo.InvariantCulture);
}
