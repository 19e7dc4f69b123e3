namespace Dtao.Hocon;

/// <summary>A field that both of two merged objects have.</summary>
internal sealed class MergeSlot(Resolver resolver, Slot lower, Slot upper) : Slot(resolver)
{
    public Slot Lower => lower;

    public Slot Upper => upper;

    public override Origin Key => upper.Key;

    protected override Term Evaluate(Resolver resolver)
    {
        var above = upper.Force();
        var below = above is ObjectTerm || above == Term.Missing ? lower.Force() : Term.Missing;
        Winner = above == Term.Missing ? lower.Winner : upper.Winner;
        return (below, above) switch
        {
            (ObjectTerm beneath, ObjectTerm over) => resolver.Merge(beneath, over),
            _ => above == Term.Missing ? below : above,
        };
    }

    protected override Term LookBack(Resolver resolver) => resolver.ReportCycle(this);
}
