namespace Dtao.Hocon;

/// <summary>A path with every symbolic link on the way followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <returns>Null when there are too many links, as in a circle of them.</returns>
    public static string? Of(string path)
    {
        var links = 0;
        return Of(path, ref links);
    }

    private static string? Of(string path, ref int links)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var name in path[real.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.GetFullPath(Path.Combine(real, name));
            if (new FileInfo(real).LinkTarget is not { } target)
                continue;
            if (++links > MostLinks || Of(Path.GetFullPath(target, Path.GetDirectoryName(real)!), ref links) is not { } followed)
                return null;
            real = followed;
        }

        return real;
    }
}
