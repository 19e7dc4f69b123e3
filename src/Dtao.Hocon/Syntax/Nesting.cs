namespace Dtao.Hocon;

/// <summary>Where the parser stands: the keys above it and the brackets open around it.</summary>
internal sealed class Nesting
{
    private readonly Stack<TokenKind> closers = new();
    private readonly List<string> keys = [];
    private int depth;

    private Nesting(IEnumerable<string> scope, int depth) => (Scope, this.depth) = ([.. scope], depth);

    public static Nesting Root => new([], 0);

    /// <summary>Keys above the whole file, so that its substitutions find their own neighbours first.</summary>
    public string[] Scope { get; }

    public bool HasRoomFor(int levels) => depth + levels <= Limits.Depth;

    /// <summary>The nesting for a file included here.</summary>
    public Nesting Scoped() => new(Scope.Concat(keys), depth);

    public void Open(TokenKind closer) => closers.Push(closer);

    public void Close() => closers.Pop();

    public bool IsOpen(TokenKind closer) => closers.Contains(closer);

    public void Enter(IReadOnlyList<KeyPart> path)
    {
        keys.AddRange(path.Select(part => part.Name));
        depth += path.Count;
    }

    public void Leave(IReadOnlyList<KeyPart> path)
    {
        keys.RemoveRange(keys.Count - path.Count, path.Count);
        depth -= path.Count;
    }

    public void EnterArray() => depth++;

    public void LeaveArray() => depth--;
}
