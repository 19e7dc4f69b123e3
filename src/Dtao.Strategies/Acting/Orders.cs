using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Acting;

/// <summary>
/// The orders of one look, each within its bounds and each worded against what those before it left.
/// The purse is the free TAO and what may be drawn from root; root is drawn on once, and only for what is missing.
/// </summary>
/// <remarks>
/// The least order keeps pools open that hold next to nothing, as all did at launch: a share of 1 TAO would be no order at all.
/// The slippage limit is what then protects the buyer.
/// </remarks>
public sealed class Orders(Sight sight, OrderBounds bounds)
{
    /// <summary>Left over when root is drawn on, because the chain takes its flat fee out of what it pays.</summary>
    private static readonly Tao FeeAllowance = Tao.Of(0.001m);

    private readonly List<LedgerCommand?> commands = [];
    private Sight after = sight;
    private double drawable = bounds.FromRoot > 0 ? sight.OnRoot * bounds.FromRoot : 0;

    /// <summary>Free TAO that no earlier order has spent, and what may be drawn from root.</summary>
    public double Purse => after.Cash + Math.Max(0, drawable - FeeAllowance.Tokens);

    public Intent Intent => Intent.Of(commands);

    /// <summary>What an order for <paramref name="wanted"/> TAO comes to within the bounds; 0 where nothing can be bought.</summary>
    public double Spend(in SubnetQuote quote, double wanted = double.PositiveInfinity)
    {
        var most = Math.Min(bounds.CashShare * Purse, bounds.PoolShare * quote.TaoReserve.Tokens);
        var spend = Math.Max(bounds.Least, Math.Min(wanted, most));
        return quote.Price > 0 && spend <= Purse ? spend : 0;
    }

    /// <summary>Spends up to <paramref name="wanted"/> TAO on a subnet's alpha.</summary>
    public void Buy(in SubnetQuote quote, double wanted = double.PositiveInfinity)
    {
        var spend = Spend(quote, wanted);
        if (spend > after.Cash) Draw(spend - after.Cash);
        if (after.Buy(quote, spend, bounds.Slippage) is Stake order) Spend(order);
    }

    /// <summary>Whether there may be anything to sell on a subnet: quick to tell, for who goes through all of them.</summary>
    public bool MaySell(in SubnetQuote quote) => after.Own.MayHold(quote.Netuid);

    /// <summary>Sells up to <paramref name="wanted"/> alpha of what is held on a subnet.</summary>
    public void Sell(in SubnetQuote quote, double wanted = double.PositiveInfinity)
    {
        if (quote.Price > 0 && MaySell(quote)) Add(after.SellAlpha(quote, MostAlpha(quote, wanted), bounds.Slippage));
    }

    /// <summary>Sells everything on a subnet at any price.</summary>
    public void Leave(in SubnetQuote quote) => Add(after.Sell(quote, share: 1));

    /// <summary>Moves alpha from one subnet to another, within the bounds of both pools.</summary>
    public void Move(in SubnetQuote from, in SubnetQuote to)
    {
        if (!(from.Price > 0 && to.Price > 0)) return;
        var most = Math.Max(bounds.Least, bounds.PoolShare * to.TaoReserve.Tokens) / from.Price;
        Add(after.MoveAlpha(from, to, Math.Min(most, MostAlpha(from)), bounds.Slippage));
    }

    /// <summary>Puts the free TAO on root.</summary>
    public void RestOnRoot()
    {
        if (after.Cash >= bounds.Least && after.StakeOnRoot(after.Cash) is Stake order) Spend(order);
    }

    private double MostAlpha(in SubnetQuote quote, double wanted = double.PositiveInfinity) =>
        Math.Max(bounds.Least / quote.Price, Math.Min(wanted, bounds.PoolShare * quote.AlphaReserve.Tokens));

    private void Draw(double missing)
    {
        drawable = 0;
        if (after.UnstakeFromRoot(missing + FeeAllowance.Tokens) is not Unstake draw || draw.Amount.Rao <= FeeAllowance.Rao) return;
        commands.Add(draw);
        after = WithFree(after.Own.Free + new Tao(draw.Amount.Rao) - FeeAllowance);
    }

    private void Add(LedgerCommand? order)
    {
        if (order is not null) commands.Add(order);
    }

    private void Spend(Stake order)
    {
        commands.Add(order);
        after = WithFree(after.Own.Free - order.Amount);
    }

    private Sight WithFree(Tao free) => after with { Own = after.Own with { Free = free } };
}
