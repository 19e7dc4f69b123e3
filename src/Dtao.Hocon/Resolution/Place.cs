namespace Dtao.Hocon;

/// <summary>A path from the root, shared with those below it.</summary>
internal sealed class Place(Place? parent, string key)
{
    public int Depth { get; } = parent is null ? 1 : parent.Depth + 1;

    /// <summary>True when a path leads to this place or to something inside it.</summary>
    public bool IsOn(ReadOnlySpan<string> path)
    {
        if (path.Length < Depth)
            return false;
        for (var at = this; at is not null; at = at.Parent)
        {
            if (at.Key != path[at.Depth - 1])
                return false;
        }

        return true;
    }

    private Place? Parent => parent;

    private string Key => key;
}
