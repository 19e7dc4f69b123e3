using System.Buffers;

namespace Dtao.Records.Folders;

/// <summary>A name that is safe as a folder: it has no separator and starts with no dot.</summary>
public static class RunName
{
    public const int MaxLength = 64;

    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(LettersAndDigits + "._-");

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(name[0]) && !name.AsSpan().ContainsAnyExcept(Allowed);

    /// <exception cref="RunFolderRefused">The name breaks the rule.</exception>
    public static string Checked(string name) =>
        IsValid(name)
            ? name
            : throw new RunFolderRefused(name, FolderRefusal.BadName, "A name is 1 to 64 of A-Z a-z 0-9 . _ - and begins with a letter or digit.");
}
