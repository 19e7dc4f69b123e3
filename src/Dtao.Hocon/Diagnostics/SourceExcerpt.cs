namespace Dtao.Hocon;

/// <summary>The line a diagnostic points at, cut to a readable width, and the carets under it.</summary>
internal static class SourceExcerpt
{
    private const int Width = 120;

    public static (string Line, string Caret) Around(Origin origin)
    {
        var line = origin.LineText;
        var at = Math.Min(origin.Start - origin.LineStart, line.Length);
        var from = line.Length <= Width ? 0 : Math.Clamp(at - (Width / 3), 0, line.Length - Width);
        var to = Math.Min(line.Length, from + Width);
        var marked = Math.Min(to, at + origin.Length);
        var before = SafeText.Escape(line[from..at]);
        var under = SafeText.Escape(line[at..marked]);
        return (before + under + SafeText.Escape(line[marked..to]), new string(' ', before.Length) + new string('^', Math.Max(1, under.Length)));
    }
}
