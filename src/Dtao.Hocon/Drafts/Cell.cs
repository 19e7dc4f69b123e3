namespace Dtao.Hocon;

/// <summary>All that was assigned to one key, the earliest first.</summary>
internal sealed class Cell
{
    private readonly List<Draft> drafts = new(1);

    /// <summary>Where the key is written last.</summary>
    public Origin Key { get; set; }

    public IReadOnlyList<Draft> Drafts => drafts;

    public void AssignAll(Cell later, DiagnosticBag diagnostics)
    {
        foreach (var draft in later.drafts)
            Assign(draft, diagnostics);
    }

    public void Assign(Draft draft, DiagnosticBag diagnostics)
    {
        switch (drafts.LastOrDefault(), draft)
        {
            case (ObjectDraft earlier, ObjectDraft later):
                earlier.Absorb(later, diagnostics);
                break;
            case (AppendDraft earlier, AppendDraft later):
                earlier.Items.AddRange(later.Items);
                break;
            case var _ when drafts.Count >= Limits.Assignments:
                diagnostics.Error(Key, $"a key is assigned more than {Limits.Assignments} times", "assign it once");
                break;
            default:
                drafts.Add(draft);
                break;
        }
    }

    /// <summary>The object that fields of a dotted key go into: the last one assigned, or a new one.</summary>
    public ObjectDraft Section(Origin origin, DiagnosticBag diagnostics)
    {
        if (drafts.LastOrDefault() is ObjectDraft last)
            return last;
        var section = new ObjectDraft(origin, implied: true);
        Assign(section, diagnostics);
        return section;
    }
}
