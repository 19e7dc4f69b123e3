namespace Dtao.Records.Tests;

/// <summary>The sources that these tests were built from.</summary>
internal static class Sources
{
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Above(DirectoryInfo folder)
    {
        while (!File.Exists(Path.Combine(folder.FullName, "Dtao.Agents.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Dtao.Agents.sln lies above these tests.");
        return folder.FullName;
    }
}
