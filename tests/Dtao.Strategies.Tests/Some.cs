using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests;

/// <summary>Small markets and what one agent sees of them.</summary>
internal static class Some
{
    public static readonly AccountId Self = new(7), Validator = new(3);

    public static NetUid Subnet(int netuid) => new((ushort)netuid);

    /// <summary>A pool of 1,000 TAO unless said otherwise, at a price.</summary>
    public static SubnetQuote Quote(int netuid, double price, double tao = 1000, double? movingPrice = null, double staked = 0, double dividends = 0, double rootDividends = 0) => new()
    {
        Netuid = Subnet(netuid),
        Owner = Validator,
        RegisteredAt = new Block(0),
        TaoReserve = Tao.Of((decimal)tao),
        AlphaReserve = price > 0 ? Alpha.Of((decimal)(tao / price)) : Alpha.Zero,
        AlphaOut = Alpha.Of((decimal)staked),
        Staked = Alpha.Of((decimal)staked),
        Price = price,
        MovingPrice = movingPrice ?? price,
        TaoEmission = Tao.Zero,
        LastDividends = Alpha.Of((decimal)dividends),
        LastRootDividends = Tao.Of((decimal)rootDividends),
        TempoBlocks = 360,
        CapBinds = false,
    };

    public static Sight Sight(long block, IEnumerable<SubnetQuote> quotes, decimal free = 0, decimal onRoot = 0, (int Netuid, decimal Alpha)[]? held = null, params IEnumerable<Heard> heard)
    {
        var holdings = (held ?? []).Prepend((Netuid: 0, Alpha: onRoot)).Where(h => h.Alpha > 0).Select(h => new Holding(Subnet(h.Netuid), Validator, Alpha.Of(h.Alpha)));
        return new Sight(
            new Block(block),
            new MarketView(new Block(block - 1), [.. quotes], Tao.Of(6_000_000), Tao.Of(8_380_000)),
            new Statement(Self, Tao.Of(free), [.. holdings]),
            new Feed([.. heard]),
            Validator);
    }

    public static Heard Heard(int netuid, Topic topic, double value) => new(new Block(1), Subnet(netuid), topic, value);

    public static Dice Dice(long block = 1, ulong agent = 1) => Dtao.Strategies.Numerics.Dice.For(1, agent, block, Purpose.Decide);
}
