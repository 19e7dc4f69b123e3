using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Sensing;

/// <summary>All that an agent may base a decision on: the last closed block, what it owns, what it heard. It words orders as well.</summary>
/// <param name="Now">The open block; the market is that of the block before.</param>
/// <param name="Delegate">The validator with which the agent stakes.</param>
public readonly record struct Sight(Block Now, MarketView Market, Statement Own, Feed Heard, AccountId Delegate)
{
    /// <summary>Below this no order is worded; the chain would refuse it. TAO.</summary>
    private const double LeastOrderTao = 0.001;

    private const double AllTao = 21_000_000;

    public QuoteList Quotes => Market.Quotes;

    /// <summary>What an explorer shows of a subnet's neurons; null before its first epoch.</summary>
    public Metagraph? MetagraphOf(NetUid netuid) => Market.MetagraphOf(netuid);

    /// <summary>Where among the quotes that of a subnet is; null where there is none.</summary>
    public int? PlaceOf(NetUid netuid) => Market.PlaceOf(netuid);

    /// <summary>Free TAO.</summary>
    public double Cash => Own.Free.Tokens;

    /// <summary>Root stake, TAO.</summary>
    public double OnRoot => Own.On(NetUid.Root).Tokens;

    /// <summary>Alpha held on a subnet, with all hotkeys together.</summary>
    public double AlphaOn(NetUid netuid) => Own.On(netuid).Tokens;

    /// <summary>What selling all of it at once would bring, TAO.</summary>
    public double WorthOn(in SubnetQuote quote) => Own.MayHold(quote.Netuid) ? Liquidation(quote, AlphaOn(quote.Netuid)) : 0;

    /// <summary>Whether there is enough on a subnet to be sold at all.</summary>
    public bool Holds(in SubnetQuote quote) => IsEnough(WorthOn(quote));

    /// <summary>Whether alpha worth so much TAO can be sold at all.</summary>
    public static bool IsEnough(double worth) => worth >= LeastOrderTao;

    /// <summary>Every holding on a subnet at its liquidation value, TAO.</summary>
    public double InAlpha => Wealth - Cash - OnRoot;

    /// <summary>The subnet on which most is held, at its liquidation value; null when nothing is that could be sold.</summary>
    public SubnetQuote? LargestHolding
    {
        get
        {
            SubnetQuote? largest = null;
            foreach (var holding in Own.Holdings)
                if (Market.Find(holding.Netuid) is { } quote && Holds(quote) && (largest is not { } best || WorthOn(quote) > WorthOn(best)))
                    largest = quote;
            return largest;
        }
    }

    /// <summary>The first subnet that it owns; null where it owns none.</summary>
    public SubnetQuote? OwnSubnet
    {
        get
        {
            foreach (ref readonly var quote in Quotes.AsSpan())
                if (quote.Owner == Own.Account)
                    return quote;
            return null;
        }
    }

    /// <summary>Whether there is any alpha to trade: before dTAO there was none, and all pay was stake on root.</summary>
    public bool HasPools => Market.HasPools || Market.Netuids.IsEmpty;

    /// <summary>What others who look at the same market work out as well.</summary>
    public MarketFigures Figures => MarketFigures.Of(Market);

    /// <summary>At how many times the moving prices the market as a whole trades: sum of prices ÷ sum of moving prices; 1 where there are none.</summary>
    public double MarketLevel => Figures.Level;

    /// <summary>TAO that a TAO on root earns a block, by the last epochs of all subnets.</summary>
    public double RootYield => Market.RootStaked.IsZero ? 0 : Figures.PaidToRoot / Market.RootStaked.Tokens;

    /// <summary>Alpha that an alpha staked on a subnet earns a block, by its last epoch and with <paramref name="entering"/> alpha more at stake.</summary>
    public static double Yield(in SubnetQuote quote, double entering = 0)
    {
        var staked = quote.Staked.Tokens + entering;
        return staked > 0 ? quote.LastDividends.Tokens / staked / (quote.TempoBlocks + 1) : 0;
    }

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

    /// <summary>Spends TAO on a subnet's alpha, up to an average price above spot by <paramref name="slippage"/>; null when there is no pool, or the amount is too small or not there.</summary>
    /// <param name="tao">Fee included; cut to the free TAO.</param>
    /// <param name="slippage">Fraction, 0 or above; null for no limit.</param>
    public LedgerCommand? Buy(in SubnetQuote quote, double tao, double? slippage = null)
    {
        var amount = Math.Min(tao, Cash);
        if (!(amount >= LeastOrderTao) || quote.IsWithoutPool) return null;
        return new Stake(Own.Account, quote.Netuid, Delegate, Tao.Min(Own.Free, InRao(amount)), LimitAt(quote, 1 + slippage));
    }

    /// <summary>Sells a share of the holding on a subnet, down to an average price below spot by <paramref name="slippage"/>; null when there is too little of it.</summary>
    /// <param name="share">Fraction of the holding with the largest stake, above 0 up to 1.</param>
    /// <param name="slippage">Fraction below 1; null for no limit.</param>
    public LedgerCommand? Sell(in SubnetQuote quote, double share, double? slippage = null)
    {
        if (!(share > 0) || Own.LargestOn(quote.Netuid) is not { } holding) return null;
        return SellFrom(holding, quote, share >= 1 ? holding.Amount : Part(holding.Amount, share), slippage);
    }

    /// <summary>Sells an amount of alpha, cut to the largest holding on the subnet; null when there is too little of it.</summary>
    /// <param name="alpha">Above 0.</param>
    /// <param name="slippage">Fraction below 1, of the average price under spot; null for no limit.</param>
    public LedgerCommand? SellAlpha(in SubnetQuote quote, double alpha, double? slippage = null) =>
        alpha > 0 && Own.LargestOn(quote.Netuid) is { } holding ? SellFrom(holding, quote, AtMost(holding.Amount, alpha), slippage) : null;

    /// <summary>Stakes TAO on root; null when the amount is too small or not there.</summary>
    public LedgerCommand? StakeOnRoot(double tao)
    {
        var amount = Math.Min(tao, Cash);
        return !(amount >= LeastOrderTao) ? null : new Stake(Own.Account, NetUid.Root, Delegate, Tao.Min(Own.Free, InRao(amount)));
    }

    /// <summary>Takes TAO off root; null when there is too little there.</summary>
    public LedgerCommand? UnstakeFromRoot(double tao)
    {
        if (Own.LargestOn(NetUid.Root) is not { } holding || !(tao >= LeastOrderTao)) return null;
        var amount = AtMost(holding.Amount, tao);
        return amount.Tokens < LeastOrderTao ? null : new Unstake(Own.Account, NetUid.Root, holding.Hotkey, amount);
    }

    /// <summary>Moves an amount of alpha, cut to the largest holding, to another subnet by way of TAO; null when there is too little of it.</summary>
    /// <param name="slippage">Fraction below 1 by which the ratio of the average prices may fall short of that of the spots; null for no limit.</param>
    public LedgerCommand? MoveAlpha(in SubnetQuote from, in SubnetQuote to, double alpha, double? slippage = null) =>
        alpha > 0 && Own.LargestOn(from.Netuid) is { } holding ? MoveFrom(holding, from, to, AtMost(holding.Amount, alpha), slippage) : null;

    /// <summary>Brings TAO in from outside; null when the amount is too small.</summary>
    /// <param name="tao">At most all that there will ever be.</param>
    public Deposit? Deposit(double tao) => tao >= LeastOrderTao ? new Deposit(Own.Account, InRao(Math.Min(tao, AllTao))) : null;

    /// <summary>Takes free TAO out, cut to what there is; null when that is too little.</summary>
    public Withdraw? Withdraw(double tao) =>
        Math.Min(tao, Cash) >= LeastOrderTao ? new Withdraw(Own.Account, Tao.Min(Own.Free, InRao(Math.Min(tao, Cash)))) : null;

    /// <summary>What it would see with that much free TAO: to word an order after others.</summary>
    public Sight Having(Tao free) => this with { Own = Own with { Free = free } };

    /// <summary>ln(now ÷ then) of a price; 0 where one of them is unknown.</summary>
    public static double LogReturn(double then, double now) => then > 0 && now > 0 ? Reproducible.Log(now / then) : 0;

    private Unstake? SellFrom(in Holding holding, in SubnetQuote quote, Alpha amount, double? slippage) =>
        Liquidation(quote, amount.Tokens) < LeastOrderTao
            ? null
            : new Unstake(Own.Account, quote.Netuid, holding.Hotkey, amount, LimitAt(quote, 1 - slippage));

    private Move? MoveFrom(in Holding holding, in SubnetQuote from, in SubnetQuote to, Alpha amount, double? slippage) =>
        to.IsWithoutPool || Liquidation(from, amount.Tokens) < LeastOrderTao
            ? null
            : new Move(Own.Account, from.Netuid, holding.Hotkey, to.Netuid, Delegate, amount, Limit(from.Price / to.Price * (1 - slippage)));

    /// <summary>The limit at which the average price is so many times spot. In a pool of equal weights that is where spot ends at its square.</summary>
    private static PriceLimit? LimitAt(in SubnetQuote quote, double? times) => Limit(quote.Price * (quote.LimitsAreSpot ? times * times : times));

    private static PriceLimit? Limit(double? price) =>
        price is > 0 and < 1e9 ? new PriceLimit((ulong)(price.Value * Tao.RaoPerTao), AllowPartial: true) : null;

    private static Alpha Part(Alpha amount, double share) => Alpha.Min(amount, new Alpha((ulong)(amount.Rao * Math.Min(1, share))));

    private static Alpha AtMost(Alpha amount, double alpha) => alpha >= amount.Tokens ? amount : Alpha.Min(amount, new Alpha(InRao(alpha).Rao));

    private static Tao InRao(double tao) => new((ulong)(tao * Tao.RaoPerTao));
}
