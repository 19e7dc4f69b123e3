using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Staking;

public sealed class A_stake_pool
{
    /// <summary>What an audit relies on when it counts shares and no worths.</summary>
    [Fact]
    public void owes_no_more_than_it_holds_whoever_has_its_shares()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<(uint, uint)[]>(), deals =>
        {
            var (pool, held) = (new StakePool(place: 0), new List<ulong>());
            foreach (var (deposit, dividend) in deals)
            {
                var amount = new Alpha(1 + (ulong)deposit * 1_000_003);
                held.Add(pool.SharesFor(amount));
                pool.Deposit(amount, held[^1]);
                pool.PayDividend(new Alpha(dividend));
            }
            return held.Aggregate(0UL, (sum, shares) => sum + pool.WorthOf(shares).Rao) <= pool.Total.Rao && held.All(shares => pool.WorthOf(shares) <= pool.Total);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(100), property);
    }
}
