namespace Dtao.Hocon;

/// <summary>One assignment on top of the earlier ones.</summary>
/// <param name="resolver">Knows the whole configuration.</param>
/// <param name="draft">What is assigned.</param>
/// <param name="key">Where the key is written last.</param>
/// <param name="place">The key's path; null below an array, where nothing can refer to.</param>
/// <param name="prior">The earlier value of the same key.</param>
internal sealed class DraftSlot(Resolver resolver, Draft draft, Origin key, Place? place, Slot? prior) : Slot(resolver)
{
    public Draft Draft => draft;

    public Slot? Prior => prior;

    public override Origin Key => key;

    protected override Term Evaluate(Resolver resolver)
    {
        var term = resolver.Evaluate(draft, place, prior);
        Winner = this;
        if (term != Term.Missing || prior is null)
            return term;
        term = prior.Force();
        Winner = prior.Winner;
        return term;
    }

    protected override Term LookBack(Resolver resolver)
    {
        var earlier = prior?.Force() ?? Term.Missing;
        return earlier == Term.Missing ? resolver.ReportCycle(this) : earlier;
    }
}
