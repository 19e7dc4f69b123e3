namespace Dtao.Records.Folders;

/// <summary>Asked before every write to a disk, so that a test can let any one of them fail.</summary>
public interface IWriteGate
{
    /// <exception cref="IOException">This write fails.</exception>
    void Before(string path);
}

/// <summary>Lets everything through.</summary>
public sealed class OpenGate : IWriteGate
{
    public static OpenGate Always { get; } = new();

    public void Before(string path)
    {
    }
}
