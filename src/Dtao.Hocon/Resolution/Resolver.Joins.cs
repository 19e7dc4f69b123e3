namespace Dtao.Hocon;

internal sealed partial class Resolver
{
    private int joined;

    /// <summary>Values side by side: text joins to text, arrays to one array, objects merge.</summary>
    private Term Join(JoinDraft join, Place? place, Slot? prior)
    {
        // An object in braces waits: its fields look back at what stands before it.
        var terms = join.Parts.ConvertAll(part => part switch
        {
            ObjectDraft => null,
            ReferenceDraft reference => Refer(reference, place, prior),
            _ => Evaluate(part, null, null),
        });
        if (terms.Contains(Term.Broken))
            return Term.Broken;
        return terms.Find(term => term != Term.Missing) switch
        {
            ArrayTerm => JoinArrays(join, terms),
            ScalarTerm => JoinText(join, terms),
            null when terms.TrueForAll(term => term == Term.Missing) => JoinNothing(join),
            _ => JoinObjects(join, terms, place, prior),
        };
    }

    private static Term JoinNothing(JoinDraft join)
    {
        var gaps = string.Concat(join.Gaps);
        return gaps.Length == 0 ? Term.Missing : new ScalarTerm(ScalarKind.Text, gaps, join.Origin);
    }

    private Term JoinText(JoinDraft join, List<Term?> terms)
    {
        var texts = new List<string>();
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i] != Term.Missing && terms[i] is not ScalarTerm)
                return ReportMixed(join, i, "text", terms[i]);
            texts.Add(join.Gaps[i]);
            texts.Add(terms[i] is ScalarTerm scalar ? scalar.Text : "");
        }

        joined = Math.Min(joined + Math.Min(texts.Sum(text => text.Length), Limits.JoinedCharacters), Limits.JoinedCharacters + 1);
        if (joined <= Limits.JoinedCharacters)
            return new ScalarTerm(ScalarKind.Text, string.Concat(texts), join.Origin);
        diagnostics.Error(join.Origin, $"substitutions make more than {Limits.JoinedCharacters} characters of text", "make the texts shorter");
        return Term.Broken;
    }

    private Term JoinArrays(JoinDraft join, List<Term?> terms)
    {
        var items = new List<Slot>();
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i] == Term.Missing)
                continue;
            if (terms[i] is not ArrayTerm array)
                return ReportMixed(join, i, "an array", terms[i]);
            if (!Spend(array.Items.Count, join.Origin))
                return Term.Broken;
            items.AddRange(array.Items);
        }

        return new ArrayTerm(items, join.Origin);
    }

    private Term JoinObjects(JoinDraft join, List<Term?> terms, Place? place, Slot? prior)
    {
        Term? whole = prior?.Force() as ObjectTerm;
        for (var i = 0; i < terms.Count && whole != Term.Broken; i++)
        {
            if (terms[i] == Term.Missing)
                continue;
            if (join.Parts[i] is ObjectDraft fields)
                whole = Build(fields, place, whole as ObjectTerm);
            else if (terms[i] is ObjectTerm other)
                whole = whole is ObjectTerm below ? Merge(below, other) : other;
            else
                return ReportMixed(join, i, "an object", terms[i]);
        }

        return whole ?? Term.Missing;
    }

    private Term ReportMixed(JoinDraft join, int at, string first, Term? other)
    {
        var message = $"{first} and {other?.Kind ?? "an object"} cannot stand side by side";
        diagnostics.Error(join.Parts[at].Origin, message, "join text with text, arrays with arrays, objects with objects");
        return Term.Broken;
    }
}
