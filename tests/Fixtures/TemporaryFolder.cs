namespace Dtao.Fixtures;

/// <summary>A directory that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dtao-test-").FullName;

    public static implicit operator string(TemporaryFolder folder) => folder.Path;

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
