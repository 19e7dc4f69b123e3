using System.Text;
using Dtao.Records.Events;

namespace Dtao.Records.Scanning;

/// <summary>The fields that a filter asks for, each with a place. An amount that a line gives in rao only is found there.</summary>
internal sealed class FilterFields
{
    private readonly List<(byte[] Name, int Slot, bool IsRao)> wanted = [];

    public int Count { get; private set; }

    /// <summary>The place of a field; the same one each time.</summary>
    public int SlotOf(string field)
    {
        var name = Encoding.ASCII.GetBytes(field);
        foreach (var (known, slot, _) in wanted)
            if (known.AsSpan().SequenceEqual(name))
                return slot;
        wanted.Add((name, Count, false));
        if (RaoOf(field) is { } rao) wanted.Add((Encoding.ASCII.GetBytes(rao), Count, true));
        return Count++;
    }

    /// <summary>Reads a line's values into their places.</summary>
    /// <param name="values">A place each; cleared here.</param>
    /// <returns>Whether it is a line of the log.</returns>
    public bool Read(ReadOnlySpan<byte> line, Span<FieldPlace> values)
    {
        values.Clear();
        var fields = new LineFields(line);
        while (fields.Next(out var name, out var value))
            foreach (var (known, slot, isRao) in wanted)
                if (name.SequenceEqual(known) && (!isRao || values[slot].Length == 0))
                {
                    values[slot] = FieldPlace.Of(line, value, isRao);
                    break;
                }
        return fields.IsWhole;
    }

    /// <summary><c>AlphaIn</c> is <c>alpha_in_rao</c> as well.</summary>
    private static string? RaoOf(string field)
    {
        var snake = string.Concat(field.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString())) + "_rao";
        return char.IsAsciiLetterUpper(field[0]) && EventSchema.FieldNames.Contains(snake) ? snake : null;
    }
}

/// <summary>Where in a line a value stands, without its quotes; of no length where the line has none.</summary>
/// <param name="IsRao">Whether it is rao where coins were asked for.</param>
/// <param name="IsText">Whether it stood in quotes.</param>
internal readonly record struct FieldPlace(int From, int Length, bool IsRao, bool IsText)
{
    public bool IsMissing => Length == 0 && !IsText;

    public static FieldPlace Of(ReadOnlySpan<byte> line, ReadOnlySpan<byte> value, bool isRao)
    {
        line.Overlaps(value, out var from);
        return value[0] == '"' ? new(from + 1, value.Length - 2, isRao, IsText: true) : new(from, value.Length, isRao, IsText: false);
    }
}
