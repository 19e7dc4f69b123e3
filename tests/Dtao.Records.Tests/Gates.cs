using Dtao.Records.Folders;

namespace Dtao.Records.Tests;

/// <summary>A disk on which the n-th write fails; n = 0 lets all through and counts them.</summary>
internal sealed class FailingGate(int failing) : IWriteGate
{
    private int writes;

    public int Writes => writes;

    public string? Failed { get; private set; }

    public List<string> Paths { get; } = [];

    public void Before(string path)
    {
        Paths.Add(path);
        if (++writes != failing) return;
        Failed = path;
        throw new IOException("No space left on device");
    }
}

/// <summary>A disk that stops before the n-th write until it is let go.</summary>
internal sealed class WaitingGate(int waiting) : IWriteGate, IDisposable
{
    private readonly ManualResetEventSlim goOn = new();
    private int writes;

    public ManualResetEventSlim Reached { get; } = new();

    public void LetGo() => goOn.Set();

    public void Before(string path)
    {
        if (Interlocked.Increment(ref writes) != waiting) return;
        Reached.Set();
        goOn.Wait();
    }

    public void Dispose()
    {
        goOn.Dispose();
        Reached.Dispose();
    }
}
