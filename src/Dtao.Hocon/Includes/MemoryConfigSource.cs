namespace Dtao.Hocon;

/// <summary>Files that exist in memory only.</summary>
public sealed class MemoryConfigSource(IReadOnlyDictionary<string, string> files) : IConfigSource
{
    public static MemoryConfigSource Empty { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public FileReading Read(string path) => files.TryGetValue(path, out var text) ? FileReading.Found(text) : FileReading.NotFound;
}
