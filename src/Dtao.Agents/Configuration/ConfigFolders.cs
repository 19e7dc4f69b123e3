using Dtao.Hocon;

namespace Dtao.Agents.Configuration;

/// <summary>Looks for a configuration file in one root after another: the user's own first, then what the program ships.</summary>
internal sealed class ConfigFolders(params IConfigSource[] roots) : IConfigSource
{
    private readonly List<string> found = [];

    /// <summary>Every file whose text was read, in order.</summary>
    public IReadOnlyList<string> Found => found;

    /// <summary>The folder of configurations that lies beside the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "config");

    public FileReading Read(string path)
    {
        var reading = roots.Select(root => root.Read(path)).FirstOrDefault(reading => reading != FileReading.NotFound) ?? FileReading.NotFound;
        if (reading.Text is not null) found.Add(path);
        return reading;
    }

    /// <summary>The root of a file: the nearest folder above it that is called config, or its own folder.</summary>
    public static string RootOf(string file)
    {
        var own = Path.GetDirectoryName(Path.GetFullPath(file))!;
        for (var folder = new DirectoryInfo(own); folder is not null; folder = folder.Parent)
            if (folder.Name == "config")
                return folder.FullName;
        return own;
    }
}
