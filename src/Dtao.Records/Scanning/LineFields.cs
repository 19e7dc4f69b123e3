namespace Dtao.Records.Scanning;

/// <summary>
/// The fields of a line of the log, name by name, without making objects of them. It reads what the log writes: one object whose values are
/// strings, numbers and truths, and no blanks between. Whatever else a line holds is no event.
/// </summary>
internal ref struct LineFields
{
    private readonly ReadOnlySpan<byte> line;
    private int at;

    public LineFields(ReadOnlySpan<byte> line)
    {
        this.line = line;
        at = line.Length > 1 && line[0] == '{' ? 1 : -1;
    }

    /// <summary>Whether the last field was read, and the line ends behind it.</summary>
    public bool IsWhole { get; private set; }

    /// <param name="value">As it stands there; a string with its quotes.</param>
    /// <returns>False at the end, or where the line is none of the log's.</returns>
    public bool Next(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = value = default;
        if (at < 0 || at >= line.Length || line[at] != '"') return false;
        var nameEnd = at + 1 + line[(at + 1)..].IndexOf((byte)'"');
        if (nameEnd <= at || nameEnd + 2 >= line.Length || line[nameEnd + 1] != ':') return Broken();
        name = line[(at + 1)..nameEnd];
        var from = nameEnd + 2;
        var to = EndOf(from);
        if (to <= from || to >= line.Length) return Broken();
        value = line[from..to];
        if (line[to] == ',') at = to + 1;
        else if (line[to] == '}' && to == line.Length - 1) (at, IsWhole) = (line.Length, true);
        else return Broken();
        return true;
    }

    /// <summary>One after the value that begins at <paramref name="from"/>.</summary>
    private readonly int EndOf(int from)
    {
        if (line[from] != '"') return from + Math.Max(0, line[from..].IndexOfAny((byte)',', (byte)'}'));
        var end = from + 1;
        while (end < line.Length)
        {
            var step = line[end..].IndexOfAny((byte)'"', (byte)'\\');
            if (step < 0) break;
            end += step;
            if (line[end] == '"') return end + 1;
            end += 2;
        }
        return -1;
    }

    private bool Broken()
    {
        at = -1;
        return false;
    }
}
