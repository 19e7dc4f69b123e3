namespace Dtao.Records.Scanning;

/// <summary>A filter that says nothing, and where.</summary>
/// <param name="position">Of the first character that is wrong, from 0.</param>
/// <param name="length">Characters that are wrong, at least 1.</param>
/// <param name="known">Words that would have been right there; may be empty.</param>
public sealed class FilterRefused(string message, int position, int length, string given = "", IReadOnlyList<string>? known = null) : Exception(message)
{
    public int Position { get; } = position;

    public int Length { get; } = Math.Max(1, length);

    /// <summary>The word that is not known; empty where that is not what is wrong.</summary>
    public string Given { get; } = given;

    public IReadOnlyList<string> Known { get; } = known ?? [];
}
