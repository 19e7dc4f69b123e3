namespace Dtao.Hocon;

internal sealed partial class Resolver
{
    private const string Prefix = "DTAO_";
    private readonly Dictionary<string, ScalarTerm> variables = new(StringComparer.Ordinal);

    /// <summary>A substitution needs its own value. That is an error unless every link on the way may be missing.</summary>
    public Term ReportCycle(Slot slot)
    {
        var circle = references[slot.Mark..];
        if (circle.TrueForAll(reference => reference.Optional))
            return Term.Missing;
        var way = string.Join(" -> ", circle.Take(8).Select(reference => SafeText.Excerpt(reference.Written)));
        diagnostics.Error(circle[^1].Origin, $"a circle of substitutions: {way}", "give one of them a value of its own");
        return Term.Broken;
    }

    private Term Refer(ReferenceDraft reference, Place? place, Slot? prior)
    {
        references.Add(reference);
        var found = Find(reference.Path, place, prior);
        if (found == Term.Missing && reference.Scope > 0)
            found = Find(reference.Path.AsSpan(reference.Scope), place, prior);
        if (found == Term.Missing)
            found = FromEnvironment(reference.Path.AsSpan(reference.Scope));
        if (found == Term.Missing && !reference.Optional)
            found = ReportMissing(reference, place);
        references.RemoveAt(references.Count - 1);
        return found;
    }

    /// <summary>Looks a path up: from the root, or, when it leads to the very key it is assigned to, in that key's earlier value.</summary>
    private Term Find(ReadOnlySpan<string> path, Place? place, Slot? prior)
    {
        if (place is null || !place.IsOn(path))
            return Walk(root, path).Found;
        return prior is null ? Term.Missing : Walk(prior.Force(), path[place.Depth..]).Found;
    }

    /// <summary>Goes down a path as far as it leads.</summary>
    private static (Term Found, ObjectTerm? Last, string Key) Walk(Term from, ReadOnlySpan<string> path)
    {
        var (last, name) = ((ObjectTerm?)null, "");
        foreach (var key in path)
        {
            if (from == Term.Broken)
                return (Term.Broken, last, name);
            if (from is not ObjectTerm section)
                return (Term.Missing, last, name);
            (last, name) = (section, key);
            from = section.Fields.TryGetValue(key, out var slot) ? slot.Force() : Term.Missing;
        }

        return (from, last, name);
    }

    private Term FromEnvironment(ReadOnlySpan<string> path)
    {
        if (path.Length != 1 || !path[0].StartsWith(Prefix, StringComparison.Ordinal) || !environment.TryGetValue(path[0], out var value))
            return Term.Missing;
        if (variables.TryGetValue(path[0], out var known))
            return known;
        var source = new SourceText($"environment {path[0]}", value, SourceKind.Environment);
        return variables[path[0]] = new ScalarTerm(Parser.KindOf(value), value, new Origin(source, 0, value.Length));
    }

    private Term ReportMissing(ReferenceDraft reference, Place? place)
    {
        if (place is not null && place.IsOn(reference.Path))
        {
            diagnostics.Error(reference.Origin, $"${{{reference.Written}}} looks back at its own key, and nothing was assigned to it before", "assign a value first");
            return Term.Broken;
        }

        if (!diagnostics.IsFull)
            diagnostics.Error(reference.Origin, $"nothing is called {SafeText.Excerpt(reference.Written)}", RemedyFor(reference));
        return Term.Broken;
    }

    private string RemedyFor(ReferenceDraft reference)
    {
        var (_, last, key) = Walk(root, reference.Path.AsSpan(reference.Scope));
        if (last is not null && Spelling.Nearest(key, last.Fields.Keys) is { } near)
            return $"did you mean \"{near}\"?";
        return reference.Written.StartsWith(Prefix, StringComparison.Ordinal)
            ? $"set it in the environment, or write ${{?{reference.Written}}} if it may be missing"
            : $"define it, or write ${{?…}} if it may be missing; environment variables must begin with {Prefix}";
    }
}
