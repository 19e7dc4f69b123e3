using System.Runtime.CompilerServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Markets;

/// <summary>
/// Calls of a curve that go straight into the launch curve where it is that one: the chain's own step makes three for each subnet and block, and the compiler
/// can put nothing in place that it has to look up first.
/// </summary>
internal static class DirectCalls
{
    /// <inheritdoc cref="ISwapCurve.SpotPrice"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I96F32 SpotPriceDirectly(this ISwapCurve curve, Pool pool) => curve is ConstantProduct launch ? launch.SpotPrice(pool) : curve.SpotPrice(pool);

    /// <inheritdoc cref="ISwapCurve.Sell"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Pool After, Tao Received)? SellDirectly(this ISwapCurve curve, Pool pool, Alpha sold) =>
        curve is ConstantProduct launch ? launch.Sell(pool, sold) : curve.Sell(pool, sold);

    /// <inheritdoc cref="ISwapCurve.Keeps"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool KeepsDirectly(this ISwapCurve curve, Pool before, Pool after) =>
        curve is ConstantProduct launch ? launch.Keeps(before, after) : curve.Keeps(before, after);
}
