using Dtao.Records.Validation;

namespace Dtao.Cli.Verbs;

/// <summary>The chain's own price files, measured by the same code as runs.</summary>
/// <param name="Whole">All of them.</param>
/// <param name="Beginning">As many days as the runs have; null where that is all.</param>
internal sealed record History(RunMeasures Whole, RunMeasures? Beginning, TargetSet Set)
{
    public int Agreeing => Judged.Count(agrees => agrees);

    public int Differing => Judged.Count(agrees => !agrees);

    /// <summary>Figures that differ, and nobody has said why.</summary>
    public int Unexplained => Set.Targets.SelectMany(target => target.Figures).Count(figure => Agrees(figure) == false && figure.Why.Length == 0);

    private IEnumerable<bool> Judged => Set.Targets.SelectMany(target => target.Figures).Select(Agrees).OfType<bool>();

    /// <summary>Whether the files give the record's figure; null where they cannot tell.</summary>
    public bool? Agrees(TargetFigure figure) => figure.Recorded is { } recorded ? recorded.Agrees(Whole.Of(figure).Value) : null;
}
