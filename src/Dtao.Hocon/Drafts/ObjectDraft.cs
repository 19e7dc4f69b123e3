namespace Dtao.Hocon;

/// <summary>Fields under construction. Objects written under one key, with nothing else between, become one.</summary>
/// <param name="origin">The object as written.</param>
/// <param name="implied">True when no braces were written, as for <c>a</c> in <c>a.b = 1</c>.</param>
internal sealed class ObjectDraft(Origin origin, bool implied) : Draft(origin)
{
    private bool implied = implied;

    public OrderedDictionary<string, Cell> Fields { get; } = new(StringComparer.Ordinal);

    public Cell FieldAt(KeyPart key)
    {
        if (!Fields.TryGetValue(key.Name, out var cell))
            Fields.Add(key.Name, cell = new Cell());
        cell.Key = key.Origin;
        return cell;
    }

    public void Extend(Origin whole) => Origin = whole;

    /// <summary>Takes over the fields of a later object; where it was written tells more than where a dotted key implied it.</summary>
    public void Absorb(ObjectDraft later, DiagnosticBag diagnostics)
    {
        if (!later.implied || implied)
            (Origin, implied) = (later.Origin, later.implied);
        foreach (var (name, cell) in later.Fields)
        {
            if (!Fields.TryAdd(name, cell))
                FieldAt(new KeyPart(name, cell.Key)).AssignAll(cell, diagnostics);
        }
    }
}
