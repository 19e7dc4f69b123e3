using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

internal static class LimitOrderVectors
{
    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("tao_1", "alpha_1", "tao_2", "alpha_2") =>
            new() { ["max_alpha_in"] = LimitOrder.MostToMove(PoolOf(v, "_1", "_1"), PoolOf(v, "_2", "_2"), Limit(v)) },
        _ when v.Has("netuid") && v.Whole("netuid") == 0 && v.Expects("max_tao_in") => new() { ["max_tao_in"] = OneToOne.Curve.MostToStake(default, Limit(v)) },
        _ when v.Has("netuid") && v.Whole("netuid") == 0 && v.Expects("max_alpha_in") => new() { ["max_alpha_in"] = OneToOne.Curve.MostToUnstake(default, Limit(v)) },
        _ when v.Has("tao_reserve", "alpha_reserve") && v.Expects("max_tao_in") =>
            new() { ["max_tao_in"] = LimitOrder.MostToStake(PoolOf(v, "_reserve", "_reserve"), Limit(v)) },
        _ when v.Has("tao_reserve", "alpha_reserve") && v.Expects("max_alpha_in") =>
            new() { ["max_alpha_in"] = LimitOrder.MostToUnstake(PoolOf(v, "_reserve", "_reserve"), Limit(v)) },
        _ => throw new UnreadableVector(v.Id),
    };

    private static ulong Limit(VectorCase v) => v.Whole("limit_price");

    private static Pool PoolOf(VectorCase v, string tao, string alpha) => new(new Tao(v.Whole("tao" + tao)), new Alpha(v.Whole("alpha" + alpha)));
}
