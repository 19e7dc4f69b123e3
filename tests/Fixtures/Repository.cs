namespace Dtao.Fixtures;

/// <summary>The sources that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(PathOf(file)).ReplaceLineEndings("\n");

    private static string Above(DirectoryInfo folder)
    {
        while (!File.Exists(Path.Combine(folder.FullName, "Dtao.Agents.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Dtao.Agents.sln lies above these tests.");
        return folder.FullName;
    }
}
