using System.Globalization;
using System.Text;
using System.Text.Json;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Log;
using Serilog.Parsing;

namespace Dtao.Records.Reading;

/// <summary>A line of a CLEF log, read back.</summary>
/// <param name="Kind">What the line calls <c>Ev</c>.</param>
/// <param name="Properties">The whole line.</param>
public sealed record ClefEvent(
    DateTimeOffset Time, string Level, string Kind, EventId Id, EventId Cause, EventId Root, Block Block, string Template, JsonElement Properties)
{
    private static readonly MessageTemplateParser Parser = new();

    /// <summary>The event as a sentence that is safe to print.</summary>
    public string Text => Sentence.Of(Parser.Parse(Template), name => Properties.TryGetProperty(name, out var value) ? value.ToString() : null);

    /// <exception cref="InvalidDataException">It is no line of a run's log.</exception>
    internal static ClefEvent Read(string line) => Read(Encoding.UTF8.GetBytes(line));

    /// <inheritdoc cref="Read(string)"/>
    public static ClefEvent Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8.ToArray());
            return Read(document.RootElement.Clone());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static ClefEvent Read(JsonElement json) => new(
        DateTimeOffset.Parse(Required(json, "@t"), CultureInfo.InvariantCulture),
        json.TryGetProperty("@l", out var level) ? level.GetString()! : "Information",
        Required(json, "Ev"),
        EventId.Parse(Required(json, "id")),
        json.TryGetProperty("cause", out var cause) ? EventId.Parse(cause.GetString()!) : EventId.None,
        EventId.Parse(Required(json, "root")),
        new Block(json.GetProperty("Block").GetInt64()),
        Required(json, "@mt"),
        json);

    private static string Required(JsonElement json, string key) => json.GetProperty(key).GetString() ?? throw new FormatException($"{key} is null.");
}
