namespace Dtao.Hocon;

/// <summary>The names that an include may say: below the config root, and nothing that some system reads otherwise.</summary>
internal static class IncludePath
{
    private const int Longest = 512;

    /// <summary>Why a name is refused; null when it may be looked for.</summary>
    public static string? Refusal(string name)
    {
        if (name.Length is 0 or > Longest)
            return $"is not a file name of 1 to {Longest} characters";
        if (name.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?'))
            return "holds a character that a config file's name may not have";
        if (name.StartsWith('/') || name.StartsWith('~'))
            return "is not below the config root";
        return name.Split('/').Any(part => part.StartsWith("..", StringComparison.Ordinal)) ? "leads upwards" : null;
    }

    /// <summary>The name seen from a directory; the empty one is the root.</summary>
    public static string Below(string directory, string name) =>
        string.Join('/', $"{directory}/{name}".Split('/').Where(part => part is not ("" or ".")));

    public static string DirectoryOf(string path) => path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
}
