namespace Dtao.Hocon;

/// <summary>What a file says of a key in the comment above it.</summary>
public static class CommentLines
{
    /// <summary>The comment right above the line; null where there is none.</summary>
    public static string? Above(Origin origin) => origin.HasLine ? Above(origin.Source.Text.Split('\n'), origin.Line - 1) : null;

    /// <summary>The same, or the comment above the first of the keys that stand together with this one.</summary>
    public static string? AboveGroup(Origin origin)
    {
        if (!origin.HasLine) return null;
        var lines = origin.Source.Text.Split('\n');
        var line = origin.Line - 1;
        while (line > 0 && IsKey(lines[line - 1])) line--;
        return Above(lines, line);
    }

    private static string? Above(string[] lines, int line)
    {
        var first = line;
        while (first > 0 && lines[first - 1].TrimStart().StartsWith('#')) first--;
        return first == line ? null : string.Join(' ', lines[first..line].Select(each => each.Trim().TrimStart('#').Trim()));
    }

    private static bool IsKey(string line) => line.Trim() is { Length: > 0 } words && !words.StartsWith('#') && !words.EndsWith('{') && !words.StartsWith('}');
}
