namespace Dtao.Records.Portraits;

/// <summary>
/// What alpha had cost, by the average of all that was bought and not sold yet. Alpha that came as pay cost nothing; since the record does not say in which order the two are sold,
/// bought alpha goes first.
/// </summary>
/// <remarks>The weighted average cost of IAS 2 §25.</remarks>
internal sealed class CostBasis
{
    public double Alpha { get; private set; }

    public double Cost { get; private set; }

    /// <summary>Received less cost of what was sold.</summary>
    public double Realised { get; private set; }

    public void Buy(double alpha, double paid) => (Alpha, Cost) = (Alpha + alpha, Cost + paid);

    public void Sell(double alpha, double received)
    {
        var bought = Math.Min(alpha, Alpha);
        var cost = Alpha > 0 ? Cost * (bought / Alpha) : 0;
        (Alpha, Cost) = (Alpha - bought, Cost - cost);
        Realised += received - cost;
    }
}
