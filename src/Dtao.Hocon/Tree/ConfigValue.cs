using System.Collections.Immutable;

namespace Dtao.Hocon;

/// <summary>A value of the resolved tree, and how it came to be there.</summary>
public abstract class ConfigValue
{
    private protected ConfigValue(Provenance provenance) => (Origin, KeyOrigin, Via, Overrode) = provenance;

    /// <summary>Where the value itself is written, be it at the far end of a substitution.</summary>
    public Origin Origin { get; }

    /// <summary>Where its key is written last; for an element of an array, where the element is.</summary>
    public Origin KeyOrigin { get; }

    /// <summary>The substitution standing at this key, when the value came through one.</summary>
    public Origin? Via { get; }

    /// <summary>Earlier assignments that this value replaced, the latest first; <see cref="Origin.Text"/> says what they were.</summary>
    public ImmutableArray<Origin> Overrode { get; }

    /// <summary>Its kind in a reader's words, as in "must be text, not an array".</summary>
    public abstract string Kind { get; }
}
