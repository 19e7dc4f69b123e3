using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Parsing;

namespace Dtao.Records.Log;

/// <summary>A log event as a plain sentence. Serilog's own rendering puts text in quotes.</summary>
internal static class Sentence
{
    public static string Of(LogEvent told) => Of(told.MessageTemplate, name => told.Properties.TryGetValue(name, out var value) ? Plain(value) : null);

    /// <param name="valueOf">The value of a property; null leaves its placeholder standing.</param>
    public static string Of(MessageTemplate words, Func<string, string?> valueOf)
    {
        var sentence = new StringBuilder();
        foreach (var token in words.Tokens)
            sentence.Append(token is PropertyToken property ? valueOf(property.PropertyName) ?? property.ToString() : token.ToString());
        return sentence.ToString();
    }

    private static string Plain(LogEventPropertyValue value) =>
        value is ScalarValue { Value: { } plain } ? Convert.ToString(plain, CultureInfo.InvariantCulture) ?? "" : value.ToString(null, CultureInfo.InvariantCulture);
}
