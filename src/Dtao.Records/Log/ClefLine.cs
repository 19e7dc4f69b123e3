using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Serilog.Events;

namespace Dtao.Records.Log;

/// <summary>
/// Writes a log event as one line of CLEF: <c>@t @mt @l</c>, the names every line has, then the rest by ordinal.
/// JSON strings are escaped down to ASCII, so that no text can end a line or reach a terminal as a control byte.
/// </summary>
/// <remarks>Compact Log Event Format, <see href="https://clef-json.org"/>.</remarks>
internal sealed class ClefLine : IDisposable
{
    private static readonly string[] Leading = ["Ev", "id", "cause", "root", "Block", "Netuid", "Agent"];

    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Utf8JsonWriter json;
    private readonly List<string> rest = [];

    public ClefLine() => json = new Utf8JsonWriter(buffer);

    /// <summary>The line with its end; good until the next call.</summary>
    public ReadOnlySpan<byte> Of(LogEvent told)
    {
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("@t", told.Timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("@mt", told.MessageTemplate.Text);
        if (told.Level != LogEventLevel.Information) json.WriteString("@l", told.Level.ToString());
        WriteProperties(told.Properties);
        json.WriteEndObject();
        json.Flush();
        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    public void Dispose() => json.Dispose();

    private void WriteProperties(IReadOnlyDictionary<string, LogEventPropertyValue> properties)
    {
        foreach (var name in Leading)
            if (properties.TryGetValue(name, out var value))
                Write(name, value);
        rest.Clear();
        foreach (var name in properties.Keys)
            if (Array.IndexOf(Leading, name) < 0)
                rest.Add(name);
        rest.Sort(StringComparer.Ordinal);
        foreach (var name in rest) Write(name, properties[name]);
    }

    private void Write(string name, LogEventPropertyValue value)
    {
        switch ((value as ScalarValue)?.Value)
        {
            case string text: json.WriteString(name, text); break;
            case long number: json.WriteNumber(name, number); break;
            case bool yes: json.WriteBoolean(name, yes); break;
            case double number when double.IsFinite(number): json.WriteNumber(name, number); break;
            case double number: json.WriteString(name, number.ToString(CultureInfo.InvariantCulture)); break;
            default: json.WriteString(name, value.ToString(format: null, CultureInfo.InvariantCulture)); break;
        }
    }
}
