using System.Text;

namespace Dtao.Cli.Verbs;

/// <summary>Files to begin with.</summary>
/// <param name="Next">Commands to go on with, in the folder in which they are written.</param>
internal sealed record NewFiles(IReadOnlyList<NewFile> Files, IReadOnlyList<string> Next)
{
    /// <summary>Writes all of them, or none where one is there already.</summary>
    /// <exception cref="FileIsThere">Something stands where a file would be.</exception>
    public void Write(string folder)
    {
        if (Files.Select(file => Path.Combine(folder, file.Path)).FirstOrDefault(IsTaken) is { } taken) throw new FileIsThere(taken);
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write); // and not over one that came meanwhile
            stream.Write(Encoding.UTF8.GetBytes(file.Text));
        }
    }

    /// <summary>A link counts, even one that leads nowhere: writing through it would write elsewhere.</summary>
    private static bool IsTaken(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null || new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).LinkTarget is not null;
}

/// <param name="Path">Below the folder.</param>
internal sealed record NewFile(string Path, string Text)
{
    private const string Folder = "Dtao.Cli.Templates.";

    /// <summary>A template with the name put in.</summary>
    public static NewFile From(string template, string path, string name) => new(path, Read(template)
        .Replace("{{name}}", name, StringComparison.Ordinal)
        .Replace("{{class}}", ClassOf(name), StringComparison.Ordinal)
        .Replace("{{program}}", AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal), StringComparison.Ordinal));

    /// <summary>dip-buyer → DipBuyer.</summary>
    public static string ClassOf(string name) => string.Concat(name.Split('-').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Read(string template)
    {
        using var reader = new StreamReader(typeof(NewFile).Assembly.GetManifestResourceStream(Folder + template)!);
        return reader.ReadToEnd();
    }
}
