using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dtao.Records.Reading;

namespace Dtao.Records.Scanning;

/// <summary>A part of a filter.</summary>
internal abstract record FilterNode
{
    public abstract bool Holds(ReadOnlySpan<byte> line, ReadOnlySpan<FieldPlace> values);
}

internal sealed record BothNode(FilterNode One, FilterNode Other) : FilterNode
{
    public override bool Holds(ReadOnlySpan<byte> line, ReadOnlySpan<FieldPlace> values) => One.Holds(line, values) && Other.Holds(line, values);
}

internal sealed record EitherNode(FilterNode One, FilterNode Other) : FilterNode
{
    public override bool Holds(ReadOnlySpan<byte> line, ReadOnlySpan<FieldPlace> values) => One.Holds(line, values) || Other.Holds(line, values);
}

internal sealed record NotNode(FilterNode What) : FilterNode
{
    public override bool Holds(ReadOnlySpan<byte> line, ReadOnlySpan<FieldPlace> values) => !What.Holds(line, values);
}

/// <summary>A field compared with a value. A field that a line does not have is unequal to everything, and neither more nor less than anything.</summary>
internal sealed record TestNode(string Field, int Slot, string Comparison, string Value) : FilterNode
{
    private readonly byte[] exact = Encoding.UTF8.GetBytes(Value);
    private readonly string[] parts = Value.Split('*');

    /// <summary>Null of a word.</summary>
    public double? Number { get; } = double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool IsOrdered => Comparison is "<" or "<=" or ">" or ">=";

    public override bool Holds(ReadOnlySpan<byte> line, ReadOnlySpan<FieldPlace> values)
    {
        var place = values[Slot];
        if (place.IsMissing) return Comparison == "!=";
        var value = line.Slice(place.From, place.Length);
        return Comparison switch
        {
            "=" => Is(value, place),
            "!=" => !Is(value, place),
            "~" => Plain(value).Contains(Value, StringComparison.OrdinalIgnoreCase),
            _ => NumberOf(value, place) is { } number && Compares(number),
        };
    }

    /// <summary>Bytes that every line holds for which this test does; null where that is not known.</summary>
    public byte[]? Required => Comparison != "=" || parts.Length > 1 ? null
        : Field == "Ev" ? Encoding.ASCII.GetBytes($"\"Ev\":\"{Value}\"")
        : Field is "Netuid" or "Block" && long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            ? Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\"{Field}\":{whole}")) : null;

    private bool Compares(double number) => Comparison switch
    {
        "<" => number < Number,
        "<=" => number <= Number,
        ">" => number > Number,
        _ => number >= Number,
    };

    private bool Is(ReadOnlySpan<byte> value, FieldPlace place)
    {
        if (Number is { } wanted && NumberOf(value, place) is { } number) return number == wanted;
        if (value.SequenceEqual(exact)) return true;
        return parts.Length > 1 ? Matches(Plain(value)) : value.Length >= exact.Length && Plain(value).Equals(Value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the value's parts stand in the text in their order, the first at its beginning and the last at its end.</summary>
    private bool Matches(string text)
    {
        if (!text.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)) return false;
        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0) return false;
            at = found + part.Length;
        }
        return text.Length - at >= parts[^1].Length && text.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase);
    }

    private static double? NumberOf(ReadOnlySpan<byte> value, FieldPlace place) =>
        Utf8Parser.TryParse(value, out double number, out var length) && length == value.Length ? place.IsRao ? number / Rao.PerCoin : number : null;

    /// <summary>Without the escapes of JSON.</summary>
    private static string Plain(ReadOnlySpan<byte> value)
    {
        if (!value.Contains((byte)'\\')) return Encoding.UTF8.GetString(value);
        var reader = new Utf8JsonReader([(byte)'"', .. value, (byte)'"']);
        reader.Read();
        return reader.GetString() ?? "";
    }
}
