namespace Dtao.Scenario.Tests.Processes;

/// <summary>A directory that goes away with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtao-scenario-");

    public static implicit operator string(TemporaryFolder temporary) => temporary.folder.FullName;

    public string this[string file] => Path.Combine(folder.FullName, file);

    public void Dispose() => folder.Delete(recursive: true);
}
