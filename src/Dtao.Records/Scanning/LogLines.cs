namespace Dtao.Records.Scanning;

/// <summary>The lines of a log as bytes, one after another, through one buffer.</summary>
internal sealed class LogLines : IDisposable
{
    private const byte LineEnd = (byte)'\n';

    private readonly FileStream file;
    private byte[] buffer = new byte[1 << 20];
    private int from, to;

    /// <param name="offset">Where to begin; the beginning of a line.</param>
    public LogLines(string path, long offset = 0)
    {
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        MoveTo(offset);
    }

    public long Length => file.Length;

    /// <summary>Number of the last line from where it began, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Where the next line begins.</summary>
    public long Offset { get; private set; }

    /// <summary>Goes on from the beginning of another line.</summary>
    public void MoveTo(long offset)
    {
        file.Position = Offset = offset;
        (from, to, Number) = (0, 0, 0);
    }

    /// <summary>Goes on from the first line that begins after <paramref name="offset"/>; from the beginning where that is 0.</summary>
    public void MoveBehind(long offset)
    {
        MoveTo(Math.Max(0, offset - 1));
        if (offset > 0) Next(out _, out _);
        Number = 0;
    }

    /// <summary>The next line without its end, good until the next call; false at the end of the file.</summary>
    /// <param name="hasEnd">False of a last line that breaks off, or is still being written.</param>
    public bool Next(out ReadOnlySpan<byte> line, out bool hasEnd)
    {
        var searched = 0;
        while (true)
        {
            var end = buffer.AsSpan(from + searched, to - from - searched).IndexOf(LineEnd);
            if (end >= 0) return Take(searched + end, 1, out line, out hasEnd);
            searched = to - from;
            if (!Fill()) return searched > 0 ? Take(searched, 0, out line, out hasEnd) : Nothing(out line, out hasEnd);
        }
    }

    public void Dispose() => file.Dispose();

    private bool Take(int length, int end, out ReadOnlySpan<byte> line, out bool hasEnd)
    {
        line = buffer.AsSpan(from, length);
        hasEnd = end > 0;
        from += length + end;
        Offset += length + end;
        Number++;
        return true;
    }

    private static bool Nothing(out ReadOnlySpan<byte> line, out bool hasEnd)
    {
        line = default;
        hasEnd = false;
        return false;
    }

    private bool Fill()
    {
        if (from > 0)
        {
            buffer.AsSpan(from, to - from).CopyTo(buffer);
            (from, to) = (0, to - from);
        }
        if (to == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
        var read = file.Read(buffer.AsSpan(to));
        to += read;
        return read > 0;
    }
}
