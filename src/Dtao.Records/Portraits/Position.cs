namespace Dtao.Records.Portraits;

/// <summary>What an agent put into a subnet, took out, and has left there; TAO and alpha.</summary>
/// <param name="Paid">For alpha, fees included.</param>
/// <param name="Received">For alpha, fees off.</param>
/// <param name="Places">TAO for places on the subnet, or for the subnet itself.</param>
/// <param name="Realised">Received less what the alpha that was sold had cost.</param>
/// <param name="Held">At the end; NaN of a run that has not ended.</param>
/// <param name="CostOfHeld">What the bought alpha that is left had cost.</param>
/// <param name="Spot">Of what is held, at the last price.</param>
/// <param name="Liquidation">What all of it would sell for at once into the last pool, this agent alone selling.</param>
public sealed record Position(
    int Netuid, double Bought, double Paid, double Sold, double Received, double Places, double Realised, double Held, double CostOfHeld, double Spot, double Liquidation)
{
    /// <summary>Alpha that came as pay or dividends, and was kept or sold; NaN of a run that has not ended.</summary>
    public double Earned => Held + Sold - Bought;

    /// <summary>All together: what was received and what is left would bring, less what was paid.</summary>
    public double Gain => Received + Liquidation - Paid - Places;
}
