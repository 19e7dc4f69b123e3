namespace Dtao.Records.Reports.Drawing;

/// <param name="Label">Empty for a line without a word.</param>
/// <param name="Below">A second line.</param>
internal readonly record struct Tick(double Value, string Label, string Below = "");

/// <summary>Where values lie between the two ends of a plot, and the ticks that say so.</summary>
internal abstract record Axis(double From, double To)
{
    /// <summary>What is shown, and in which unit.</summary>
    public string Title { get; init; } = "";

    /// <summary>0 at <see cref="From"/>, 1 at <see cref="To"/>; NaN where the value has no place.</summary>
    public virtual double ShareOf(double value) => (value - From) / (To - From);

    public abstract IReadOnlyList<Tick> Ticks(int most);

    public bool Holds(double value) => ShareOf(value) is >= 0 and <= 1;
}
