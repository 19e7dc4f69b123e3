using System.Numerics;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Markets;

/// <summary>Where only m is cut to 2⁻³², as in 14bc6f9f9 <c>staking/stake_utils.rs: update_moving_price</c>: the weight, both products and their sum have 64 binary places.</summary>
public sealed class A_moving_price
{
    private const ulong Raw = 12_885, Ramp = 201_600;

    private static readonly MovingPrice EachProduct = new(new I96F32(Raw), I96F32.One, Ramp);

    private static readonly MovingPrice Once = EachProduct with { FloorsOnce = true };

    [Fact]
    public void that_is_cut_once_is_the_sum_of_both_parts_to_64_places() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(int.MaxValue),
        Prop.ForAll(ArbMap.Default.ArbFor<uint>(), ArbMap.Default.ArbFor<uint>(), ArbMap.Default.ArbFor<uint>(), (price, moving, age) =>
        {
            var weight = ((BigInteger)Raw << 32) * (((BigInteger)age << 64) / (age + Ramp)) >> 64;
            var exact = (weight * ((BigInteger)price << 32) >> 64) + (((BigInteger.One << 64) - weight) * ((BigInteger)moving << 32) >> 64) >> 32;
            return (BigInteger)Once.Next(new I96F32(moving), new I96F32(price), age).Raw == exact;
        }));

    [Theory] // rising; each product cut costs up to 1.55e-4, one cut half of that, and a young subnet's weight is half, so that it is twice as much
    [InlineData(100_000_000, 0.001, 0.000854, 0.000922)]
    [InlineData(201_600, 0.001, 0.000776, 0.000845)]
    [InlineData(201_600, 0.0057, 0.005433, 0.005545)]
    public void comes_to_rest_nearer_to_a_constant_price_where_it_is_cut_once(ulong age, double price, double atLaunch, double cutOnce)
    {
        Assert.Equal(atLaunch, Rest(EachProduct, age, price), 1.5e-6);
        Assert.Equal(cutOnce, Rest(Once, age, price), 1.5e-6);
    }

    private static double Rest(MovingPrice rule, ulong age, double price)
    {
        var (moving, spot) = (I96F32.FromDouble(price * 0.7), I96F32.FromDouble(price));
        for (var next = rule.Next(moving, spot, age); next != moving; next = rule.Next(moving, spot, age)) moving = next;
        return moving.ToDouble();
    }
}
