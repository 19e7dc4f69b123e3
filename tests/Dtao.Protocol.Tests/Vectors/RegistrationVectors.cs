using Dtao.Protocol.Registration;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

internal static class RegistrationVectors
{
    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("last_lock", "min_lock", "last_lock_block", "block", "reduction_interval") => new() { ["lock_cost"] = LockCostOf(v).Rao },
        _ when v.Has("lock", "min_lock") && !v.Has("subnet_prices") => LaunchPool(v),
        _ => throw new UnreadableVector(v.Id),
    };

    private static Tao LockCostOf(VectorCase v) =>
        new LockCost(new Tao(v.Whole("min_lock")), v.Whole("reduction_interval"))
            .At(new Block((long)v.Whole("block")), new Tao(v.Whole("last_lock")), new Block((long)v.Whole("last_lock_block")));

    private static Dictionary<string, object?> LaunchPool(VectorCase v)
    {
        var (pool, burned) = NewPool.Of(new Tao(v.Whole("lock")), new Tao(v.Whole("min_lock")));
        return new() { ["tao_reserve"] = pool.TaoReserve.Rao, ["alpha_reserve"] = pool.AlphaReserve.Rao, ["burned"] = burned.Rao };
    }
}
