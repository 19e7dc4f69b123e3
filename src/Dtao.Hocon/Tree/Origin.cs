using System.Globalization;

namespace Dtao.Hocon;

/// <summary>Where a value is written.</summary>
public readonly record struct Origin(SourceText Source, int Start, int Extent)
{
    public string File => Source.Name;

    public int Line => Source.LineOf(Start) + 1;

    public int Column => Source.Characters(LineStart, Start - LineStart) + 1;

    /// <summary>Characters in it; at least one.</summary>
    public int Length => Math.Max(1, Source.Characters(Start, Extent));

    /// <summary>What stands there.</summary>
    public string Text => Source.Text.Substring(Start, Extent);

    /// <summary>A whole file that could not be read.</summary>
    public static Origin Unread(string file) => new(new SourceText(file, "", SourceKind.Unread), 0, 0);

    /// <summary>False for a file without lines to point at.</summary>
    public bool HasLine => Source.Kind != SourceKind.Unread;

    /// <summary><c>file:line:column</c>; of the environment and of an unread file the name alone.</summary>
    public string Place => Source.Kind is SourceKind.Environment or SourceKind.Unread
        ? File
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");

    /// <summary>The include statements that brought it, the nearest first.</summary>
    public IEnumerable<Origin> IncludeChain
    {
        get
        {
            for (var by = Source.IncludedFrom; by is { } include; by = include.Source.IncludedFrom)
                yield return include;
        }
    }

    internal int LineStart => Source.StartOfLine(Source.LineOf(Start));

    internal ReadOnlySpan<char> LineText
    {
        get
        {
            var rest = Source.Text.AsSpan(LineStart);
            var end = rest.IndexOf('\n');
            return (end < 0 ? rest : rest[..end]).TrimEnd('\r');
        }
    }

    public override string ToString() => Place + string.Concat(IncludeChain.Select(include => $" (included from {include.Place})"));
}
