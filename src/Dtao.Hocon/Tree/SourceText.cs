namespace Dtao.Hocon;

/// <summary>A text that values come from, and the include statement that brought it.</summary>
public sealed class SourceText(string name, string text, SourceKind kind = SourceKind.File, Origin? includedFrom = null)
{
    private int[]? lineStarts;
    private bool? plain;

    /// <summary>A path below the config root, "-s", or "environment DTAO_X".</summary>
    public string Name => name;

    public string Text => text;

    public SourceKind Kind => kind;

    public Origin? IncludedFrom => includedFrom;

    internal int LineOf(int offset)
    {
        lineStarts ??= [0, .. Enumerable.Range(1, text.Length).Where(after => text[after - 1] == '\n')];
        var found = Array.BinarySearch(lineStarts, offset);
        return found >= 0 ? found : ~found - 1;
    }

    internal int StartOfLine(int line) => lineStarts![line];

    /// <summary>Characters in a stretch, where a pair of surrogates is one.</summary>
    internal int Characters(int start, int length)
    {
        plain ??= !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff');
        var count = length;
        for (var i = start; !plain.Value && i < start + length; i++)
            count -= char.IsLowSurrogate(text[i]) ? 1 : 0;
        return count;
    }
}
