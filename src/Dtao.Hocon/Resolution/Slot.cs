using System.Collections.Immutable;

namespace Dtao.Hocon;

/// <summary>A value that is worked out when somebody first asks, and then kept.</summary>
internal abstract class Slot(Resolver resolver)
{
    private Term? term;
    private bool isForcing;

    /// <summary>How many substitutions were under way when this one began.</summary>
    public int Mark { get; private set; }

    /// <summary>The assignment that gave the value; null before it was worked out.</summary>
    public DraftSlot? Winner { get; protected set; }

    /// <summary>What was assigned before the winner, once somebody has looked.</summary>
    public ImmutableArray<Origin>? Earlier { get; set; }

    /// <summary>Where the key is written last.</summary>
    public abstract Origin Key { get; }

    public Term Force()
    {
        if (term is not null)
            return term;
        if (isForcing)
            return LookBack(resolver);
        if (!resolver.Enter(this))
            return Term.Broken;
        (isForcing, Mark) = (true, resolver.Underway);
        term = Evaluate(resolver);
        isForcing = false;
        resolver.Leave();
        return term;
    }

    protected abstract Term Evaluate(Resolver resolver);

    /// <summary>The earlier value, for a substitution that came back to where it started.</summary>
    protected abstract Term LookBack(Resolver resolver);
}
