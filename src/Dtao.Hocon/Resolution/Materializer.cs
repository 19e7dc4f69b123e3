using System.Collections.Immutable;

namespace Dtao.Hocon;

/// <summary>Turns worked-out values into the tree that readers see.</summary>
internal sealed class Materializer(DiagnosticBag diagnostics)
{
    private readonly HashSet<Term> open = [];
    private int values;
    private int characters;

    public ConfigObject Root(ObjectTerm root) => Object(root, new Provenance(root.Origin, root.Origin, null, []), 0);

    private ConfigValue? Value(Slot slot, int depth)
    {
        if (++values > Limits.Values)
            return Refuse(slot);
        var term = slot.Force();
        if (term == Term.Missing)
            return null;
        var winner = slot.Winner;
        var origin = winner?.Draft.Origin ?? slot.Key;
        if (term == Term.Broken || !IsAdmitted(term, origin, depth))
            return new ConfigBroken(new Provenance(origin, slot.Key, null, []));
        var via = winner?.Draft is ReferenceDraft ? origin : (Origin?)null;
        var earlier = winner is null ? [] : slot.Earlier ??= History.Before(slot, winner, isMerged: term is ObjectTerm);
        return term switch
        {
            ScalarTerm scalar => new ConfigScalar(scalar.Type, scalar.Text, new Provenance(scalar.Origin, slot.Key, via, earlier)),
            ArrayTerm array => Array(array, new Provenance(array.Origin, slot.Key, via, earlier), depth),
            ObjectTerm fields => Object(fields, new Provenance(fields.Origin, slot.Key, via, earlier), depth),
            _ => null,
        };
    }

    private ConfigBroken Refuse(Slot slot)
    {
        diagnostics.Error(slot.Key, $"more than {Limits.Values} values after substitution", "make the configuration smaller");
        return new ConfigBroken(new Provenance(slot.Key, slot.Key, null, []));
    }

    private bool IsAdmitted(Term term, Origin origin, int depth)
    {
        if (open.Contains(term))
            diagnostics.Error(origin, "a value contains itself", "refer to the part of it that is meant");
        else if (depth >= Limits.Depth && term is not ScalarTerm)
            diagnostics.Error(origin, $"nested deeper than {Limits.Depth} levels after substitution", "make it flatter");
        else
            return IsSpelledOut((term as ScalarTerm)?.Text ?? "", origin);
        return false;
    }

    private bool IsSpelledOut(string text, Origin origin)
    {
        characters = Math.Min(characters + text.Length, Limits.Characters + 1);
        if (characters <= Limits.Characters)
            return true;
        diagnostics.Error(origin, $"more than {Limits.Characters} characters after substitution", "make the configuration smaller");
        return false;
    }

    private ConfigArray Array(ArrayTerm array, Provenance provenance, int depth)
    {
        open.Add(array);
        var items = ImmutableArray.CreateBuilder<ConfigValue>(array.Items.Count);
        foreach (var slot in array.Items.TakeWhile(_ => values <= Limits.Values))
        {
            if (Value(slot, depth + 1) is { } item)
                items.Add(item);
        }

        open.Remove(array);
        return new ConfigArray(items.DrainToImmutable(), provenance);
    }

    private ConfigObject Object(ObjectTerm term, Provenance provenance, int depth)
    {
        open.Add(term);
        var fields = new OrderedDictionary<string, ConfigValue>(term.Fields.Count, StringComparer.Ordinal);
        foreach (var (key, slot) in term.Fields)
        {
            if (!IsSpelledOut(key, slot.Key) || values > Limits.Values)
                break;
            if (Value(slot, depth + 1) is { } value)
                fields.Add(key, value);
        }

        open.Remove(term);
        return new ConfigObject(fields, provenance);
    }
}
