namespace Dtao.Records.Folders;

/// <summary>A new file that grows at its end, through a buffer of its own so that every write to the disk passes the gate.</summary>
internal sealed class AppendedFile : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly byte[] buffer = new byte[BufferBytes];
    private readonly FileStream stream;
    private readonly IWriteGate gate;
    private int used;

    /// <exception cref="RecordingFailed">It exists, or cannot be made.</exception>
    public AppendedFile(string path, IWriteGate gate)
    {
        (Path, this.gate) = (path, gate);
        stream = RecordingFailed.Naming(path, () =>
        {
            gate.Before(path);
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        });
    }

    public string Path { get; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > buffer.Length - used) Flush();
        if (bytes.Length > buffer.Length)
        {
            Write(bytes.ToArray());
            return;
        }
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    public void Flush()
    {
        if (used == 0) return;
        Write(buffer.AsMemory(0, used));
        used = 0;
    }

    /// <summary>Flushes to the disk itself.</summary>
    public void Sync()
    {
        Flush();
        RecordingFailed.Naming(Path, () =>
        {
            gate.Before(Path);
            stream.Flush(flushToDisk: true);
        });
    }

    public void Dispose() => stream.Dispose();

    private void Write(ReadOnlyMemory<byte> bytes) => RecordingFailed.Naming(Path, () =>
    {
        gate.Before(Path);
        stream.Write(bytes.Span);
    });
}
