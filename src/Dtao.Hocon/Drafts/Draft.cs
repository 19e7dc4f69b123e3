namespace Dtao.Hocon;

/// <summary>A value as written: not merged with other files, its substitutions not looked up.</summary>
internal abstract class Draft(Origin origin)
{
    public Origin Origin { get; protected set; } = origin;
}

internal sealed class ScalarDraft(ScalarKind kind, string text, Origin origin) : Draft(origin)
{
    public ScalarTerm Term { get; } = new(kind, text, origin);
}

internal sealed class ArrayDraft(List<Draft> items, Origin origin) : Draft(origin)
{
    public List<Draft> Items => items;
}

/// <summary><c>key += item</c>; appends in a row are one draft.</summary>
internal sealed class AppendDraft(Draft item, Origin origin) : Draft(origin)
{
    public List<Draft> Items { get; } = [item];
}

internal sealed class ReferenceDraft(string[] path, int scope, bool optional, Origin origin) : Draft(origin)
{
    /// <summary>From the root of the whole configuration.</summary>
    public string[] Path => path;

    /// <summary>How many leading keys of the path were put there because the file stands included below them.</summary>
    public int Scope => scope;

    public bool Optional => optional;

    public string Written => ConfigPath.Join(path[scope..]);
}

/// <summary>Values side by side, one of them at least no plain text.</summary>
internal sealed class JoinDraft(List<Draft> parts, List<string> gaps, Origin origin) : Draft(origin)
{
    public List<Draft> Parts => parts;

    /// <summary>The white space before each part.</summary>
    public List<string> Gaps => gaps;
}

/// <summary>Stands for what could not be read; its error is reported.</summary>
internal sealed class BrokenDraft(Origin origin) : Draft(origin);
