namespace Dtao.Hocon;

/// <summary>Works out values: merges what was assigned to a key and looks substitutions up, each when it is needed.</summary>
internal sealed partial class Resolver(DiagnosticBag diagnostics, IReadOnlyDictionary<string, string> environment)
{
    private readonly List<ReferenceDraft> references = [];
    private ObjectTerm root = new([], default);
    private int depth;
    private int copies;

    /// <summary>Substitutions being looked up, one for the other.</summary>
    public int Underway => references.Count;

    public ObjectTerm Start(ObjectDraft document) => root = Build(document, null, null, isRoot: true);

    /// <summary>False where so many values wait for one another that no further one may.</summary>
    public bool Enter(Slot slot)
    {
        if (depth < Limits.Chain)
        {
            depth++;
            return true;
        }

        var at = references.Count > 0 ? references[^1].Origin : slot.Key;
        diagnostics.Error(at, $"more than {Limits.Chain} substitutions need one another", "refer to the first value directly");
        return false;
    }

    public void Leave() => depth--;

    public Term Evaluate(Draft draft, Place? place, Slot? prior) => draft switch
    {
        ScalarDraft scalar => scalar.Term,
        ArrayDraft array => new ArrayTerm(Items(array.Items), array.Origin),
        ObjectDraft fields => Build(fields, place, prior?.Force() as ObjectTerm),
        AppendDraft append => Append(append, prior),
        ReferenceDraft reference => OnTopOf(prior, Refer(reference, place, prior)),
        JoinDraft join => Join(join, place, prior),
        _ => Term.Broken,
    };

    /// <summary>Puts the fields of one object over those of another.</summary>
    public Term Merge(ObjectTerm below, ObjectTerm above)
    {
        if (!Spend(below.Fields.Count + above.Fields.Count, above.Origin))
            return Term.Broken;
        var fields = new OrderedDictionary<string, Slot>(below.Fields, StringComparer.Ordinal);
        foreach (var (key, slot) in above.Fields)
            fields[key] = fields.TryGetValue(key, out var lower) ? new MergeSlot(this, lower, slot) : slot;
        return new ObjectTerm(fields, above.Origin);
    }

    private Term OnTopOf(Slot? prior, Term term) =>
        term is ObjectTerm above && prior?.Force() is ObjectTerm below ? Merge(below, above) : term;

    private ObjectTerm Build(ObjectDraft draft, Place? place, ObjectTerm? lower, bool isRoot = false)
    {
        var fields = lower is not null && Spend(lower.Fields.Count, draft.Origin)
            ? new OrderedDictionary<string, Slot>(lower.Fields, StringComparer.Ordinal)
            : new OrderedDictionary<string, Slot>(draft.Fields.Count, StringComparer.Ordinal);
        foreach (var (key, cell) in draft.Fields)
        {
            var below = place is null && !isRoot ? null : new Place(place, key);
            var slot = fields.GetValueOrDefault(key);
            foreach (var assigned in cell.Drafts)
                slot = new DraftSlot(this, assigned, cell.Key, below, slot);
            if (slot is not null)
                fields[key] = slot;
        }

        return new ObjectTerm(fields, draft.Origin);
    }

    private List<Slot> Items(List<Draft> drafts) => [.. drafts.Select(draft => new DraftSlot(this, draft, draft.Origin, null, null))];

    private Term Append(AppendDraft append, Slot? prior)
    {
        var before = prior?.Force() ?? Term.Missing;
        if (before is ArrayTerm array)
            return Spend(array.Items.Count, append.Origin) ? new ArrayTerm([.. array.Items, .. Items(append.Items)], append.Origin) : Term.Broken;
        if (before == Term.Missing)
            return new ArrayTerm(Items(append.Items), append.Origin);
        if (before != Term.Broken)
            diagnostics.Error(append.Origin, $"+= adds to an array, but the value before it is {before.Kind}", "assign an array first, or use =");
        return Term.Broken;
    }

    /// <summary>Counts what substitution copies, so that values doubling values come to an end.</summary>
    private bool Spend(int more, Origin at)
    {
        copies = Math.Min(copies + more, Limits.Copies + 1);
        if (copies <= Limits.Copies)
            return true;
        diagnostics.Error(at, $"substitutions copy more than {Limits.Copies} values", "make the configuration smaller");
        return false;
    }
}
