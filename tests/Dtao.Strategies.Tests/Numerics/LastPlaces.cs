using static System.FormattableString;

namespace Dtao.Strategies.Tests.Numerics;

/// <summary>Nearness in units in the last place: how many doubles lie between two.</summary>
internal static class LastPlaces
{
    public static void ShouldBeWithin(this double actual, ulong places, double of, double x, double y = 0)
    {
        var distance = Between(actual, of);
        if (distance > places) throw new ShouldAssertException(Invariant($"{actual:R} is {distance} last places from {of:R}, at ({x:R}, {y:R})."));
    }

    private static ulong Between(double a, double b)
    {
        if (double.IsNaN(a) || double.IsNaN(b)) return double.IsNaN(a) && double.IsNaN(b) ? 0 : ulong.MaxValue;
        var (x, y) = (Ordered(a), Ordered(b));
        return unchecked(x > y ? (ulong)(x - y) : (ulong)(y - x));
    }

    private static long Ordered(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        return bits < 0 ? unchecked(long.MinValue - bits) : bits;
    }
}
