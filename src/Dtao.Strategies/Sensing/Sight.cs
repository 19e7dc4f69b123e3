using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Sensing;

/// <summary>All that an agent may base a decision on: the last closed block, what it owns, what it heard. It words orders as well.</summary>
/// <param name="Now">The open block; the market is that of the block before.</param>
/// <param name="Delegate">The validator with which the agent stakes.</param>
public sealed record Sight(Block Now, MarketView Market, Statement Own, Feed Heard, AccountId Delegate)
{
    /// <summary>Below this no order is worded; the chain would refuse it. TAO.</summary>
    private const double LeastOrderTao = 0.001;

    public ImmutableArray<SubnetQuote> Quotes => Market.Quotes;

    /// <summary>Free TAO.</summary>
    public double Cash => Own.Free.Tokens;

    /// <summary>Root stake, TAO.</summary>
    public double OnRoot => Own.On(NetUid.Root).Tokens;

    /// <summary>Alpha held on a subnet, with all hotkeys together.</summary>
    public double AlphaOn(NetUid netuid) => Own.On(netuid).Tokens;

    /// <summary>What selling all of it at once would bring, TAO.</summary>
    public double WorthOn(in SubnetQuote quote) => Liquidation(quote, AlphaOn(quote.Netuid));

    /// <summary>Free TAO, root stake and every holding at its liquidation value, TAO.</summary>
    public double Wealth
    {
        get
        {
            var wealth = Cash + OnRoot;
            foreach (var holding in Own.Holdings)
                if (Market.Find(holding.Netuid) is { } quote)
                    wealth += Liquidation(quote, holding.Amount.Tokens);
            return wealth;
        }
    }

    /// <summary>TAO for <paramref name="alpha"/> along the pool's curve, fee apart.</summary>
    public static double Liquidation(in SubnetQuote quote, double alpha) =>
        alpha <= 0 ? 0 : quote.TaoReserve.Tokens * alpha / (quote.AlphaReserve.Tokens + alpha);

    /// <summary>Spends TAO on a subnet's alpha, up to an average price above spot by <paramref name="slippage"/>; null when the amount is too small or not there.</summary>
    /// <param name="tao">Fee included; cut to the free TAO.</param>
    /// <param name="slippage">Fraction, 0 or above; null for no limit.</param>
    public LedgerCommand? Buy(in SubnetQuote quote, double tao, double? slippage = null)
    {
        var amount = Math.Min(tao, Cash);
        if (!(amount >= LeastOrderTao)) return null;
        return new Stake(Own.Account, quote.Netuid, Delegate, InRao(amount), Limit(quote.Price * (1 + slippage)));
    }

    /// <summary>Sells a share of the holding on a subnet, down to an average price below spot by <paramref name="slippage"/>; null when there is too little of it.</summary>
    /// <param name="share">Fraction of the holding with the largest stake, above 0 up to 1.</param>
    /// <param name="slippage">Fraction below 1; null for no limit.</param>
    public LedgerCommand? Sell(in SubnetQuote quote, double share, double? slippage = null)
    {
        if (LargestOn(quote.Netuid) is not { } holding) return null;
        var amount = share >= 1 ? holding.Amount : Alpha.Min(holding.Amount, new Alpha((ulong)(holding.Amount.Rao * Math.Max(0, share))));
        if (Liquidation(quote, amount.Tokens) < LeastOrderTao) return null;
        return new Unstake(Own.Account, quote.Netuid, holding.Hotkey, amount, Limit(quote.Price * (1 - slippage)));
    }

    /// <summary>Stakes TAO on root; null when the amount is too small or not there.</summary>
    public LedgerCommand? StakeOnRoot(double tao)
    {
        var amount = Math.Min(tao, Cash);
        return amount < LeastOrderTao ? null : new Stake(Own.Account, NetUid.Root, Delegate, InRao(amount));
    }

    /// <summary>Takes TAO off root; null when there is too little there.</summary>
    public LedgerCommand? UnstakeFromRoot(double tao)
    {
        if (LargestOn(NetUid.Root) is not { } holding || tao < LeastOrderTao) return null;
        var amount = Alpha.Min(holding.Amount, new Alpha(InRao(tao).Rao));
        return amount.Tokens < LeastOrderTao ? null : new Unstake(Own.Account, NetUid.Root, holding.Hotkey, amount);
    }

    /// <summary>Moves a share of a holding to another subnet by way of TAO; null when there is too little of it.</summary>
    public LedgerCommand? MoveTo(in SubnetQuote from, in SubnetQuote to, double share)
    {
        if (LargestOn(from.Netuid) is not { } holding) return null;
        var amount = Alpha.Min(holding.Amount, new Alpha((ulong)(holding.Amount.Rao * Math.Clamp(share, 0, 1))));
        return Liquidation(from, amount.Tokens) < LeastOrderTao
            ? null
            : new Move(Own.Account, from.Netuid, holding.Hotkey, to.Netuid, Delegate, amount);
    }

    /// <summary>ln(now ÷ then) of a price; 0 where one of them is unknown.</summary>
    public static double LogReturn(double then, double now) => then > 0 && now > 0 ? Reproducible.Log(now / then) : 0;

    private Holding? LargestOn(NetUid netuid)
    {
        Holding? largest = null;
        foreach (var holding in Own.Holdings)
            if (holding.Netuid == netuid && (largest is not { } best || holding.Amount > best.Amount))
                largest = holding;
        return largest;
    }

    private static PriceLimit? Limit(double? price) =>
        price is > 0 and < 1e9 ? new PriceLimit((ulong)(price.Value * Tao.RaoPerTao), AllowPartial: true) : null;

    private static Tao InRao(double tao) => new((ulong)(tao * Tao.RaoPerTao));
}
