namespace Dtao.Hocon;

/// <summary>What a configuration may cost; beyond each of these it is refused with a position.</summary>
public static class Limits
{
    public const int FileBytes = 1 << 20;

    /// <summary>Objects and arrays inside one another, dotted keys and substituted values counted.</summary>
    public const int Depth = 64;

    /// <summary>Include statements in one load, all layers together.</summary>
    public const int Includes = 32;

    /// <summary>Values written in all files together, and again values in the resolved tree.</summary>
    public const int Values = 150_000;

    /// <summary>Assignments to one key that cannot be merged as they are read.</summary>
    public const int Assignments = 256;

    /// <summary>Substitutions, one needing the next.</summary>
    public const int Chain = 200;

    /// <summary>Fields and elements carried from one value into another by substitution.</summary>
    public const int Copies = 1_000_000;

    /// <summary>Characters in texts that substitutions joined, all together.</summary>
    public const int JoinedCharacters = 1 << 22;

    /// <summary>Characters in all keys and texts of the resolved tree.</summary>
    public const int Characters = 1 << 24;

    /// <summary>Diagnostics that are kept; the others are only counted.</summary>
    public const int Diagnostics = 100;
}
