using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Markets;

public sealed class Curves_called_directly
{
    private static readonly ISwapCurve[] Curves = [new ConstantProduct(1_000_000), new Balancer(1_000_000), OneToOne.Curve];

    [Fact]
    public void give_what_they_give_otherwise()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<(uint Tao, uint Alpha, uint Sold)>(), given =>
        {
            var pool = new Pool(new Tao(given.Tao * 1000UL), new Alpha(given.Alpha * 1000UL));
            return Curves.All(curve => AreTheSame(curve, pool, new Alpha(given.Sold)));
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), property);
    }

    private static bool AreTheSame(ISwapCurve curve, Pool pool, Alpha sold)
    {
        var robbed = pool with { TaoReserve = new Tao(pool.TaoReserve.Rao / 2) };
        return curve.SpotPriceDirectly(pool) == curve.SpotPrice(pool)
            && curve.SellDirectly(pool, sold) == curve.Sell(pool, sold)
            && (curve.Sell(pool, sold) is not { } swap || curve.KeepsDirectly(pool, swap.After) == curve.Keeps(pool, swap.After))
            && (pool.IsEmpty || robbed.IsEmpty || curve.KeepsDirectly(pool, robbed) == curve.Keeps(pool, robbed));
    }
}
