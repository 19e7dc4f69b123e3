namespace Dtao.Records.Portraits;

/// <summary>What an agent put into a subnet, took out, and has left there; TAO and alpha.</summary>
/// <param name="Paid">For alpha, fees included.</param>
/// <param name="Received">For alpha, fees off.</param>
/// <param name="Places">TAO for places on the subnet and for the subnet itself, less what it was sold for.</param>
/// <param name="Realised">Received less what the alpha that was sold had cost.</param>
/// <param name="Held">At the end; NaN of a run that has not ended.</param>
/// <param name="CostOfHeld">What the bought alpha that is left had cost.</param>
/// <param name="Spot">Of what is held, at the last price.</param>
/// <param name="Liquidation">What all of it would sell for at once into the last pool, this agent alone selling.</param>
public sealed record Position(
    int Netuid, double Bought, double Paid, double Sold, double Received, double Places, double Realised, double Held, double CostOfHeld, double Spot, double Liquidation)
{
    /// <summary>Alpha, on root TAO, that was not bought: pay, dividends, or what the agent began with; NaN of a run that has not ended.</summary>
    public double CameOtherwise => Held + Sold - Bought;

    /// <summary>What was received and what is left would bring, less what was paid. On root NaN: what lay there from the beginning is no gain, and the record does not say how much that was.</summary>
    public double Gain => Netuid == 0 ? double.NaN : Received + Liquidation - Paid - Places;
}
