using System.Text;

namespace Dtao.Hocon;

/// <summary>Files that exist in memory only.</summary>
public sealed class MemoryConfigSource(IReadOnlyDictionary<string, string> files) : IConfigSource
{
    public static MemoryConfigSource Empty { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public FileReading Read(string path)
    {
        if (!files.TryGetValue(path, out var text))
            return FileReading.NotFound;
        return Encoding.UTF8.GetByteCount(text) > Limits.FileBytes ? FileReading.TooLarge : FileReading.Found(text);
    }
}
