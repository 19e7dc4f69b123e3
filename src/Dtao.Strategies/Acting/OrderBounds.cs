namespace Dtao.Strategies.Acting;

/// <summary>How large the orders of one agent may be.</summary>
/// <param name="CashShare">Most that one order spends, as a share of the purse; 0 to 1.</param>
/// <param name="PoolShare">Most that one order moves, as a share of the reserve that it adds to; above 0.</param>
/// <param name="Least">Least order, TAO: ordered where the shares give less, or nothing where there is less.</param>
/// <param name="Slippage">How far the average price may lie off spot; fraction.</param>
/// <param name="FromRoot">Share of the root stake that may be drawn on at one look; 0 to 1.</param>
public readonly record struct OrderBounds(double CashShare, double PoolShare, double Least, double Slippage, double FromRoot);
