namespace Dtao.Hocon.Tests;

/// <summary>A directory for one test, gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    public Folder()
        : this(Directory.CreateTempSubdirectory("dtao-hocon").FullName)
    {
    }

    public Folder(string root) => Root = root;

    public string Root { get; }

    public string PathOf(string name) => Path.Combine(Root, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
