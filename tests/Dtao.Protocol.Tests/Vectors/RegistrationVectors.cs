using System.Text.Json;
using Dtao.Protocol.Registration;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

internal static class RegistrationVectors
{
    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("last_lock", "min_lock", "last_lock_block", "block", "reduction_interval") => new() { ["lock_cost"] = LockCostOf(v).Rao },
        _ when v.Has("lock", "min_lock") && !v.Has("subnet_prices") => LaunchPool(v),
        _ when v.Has("lock", "subnet_prices") => MedianPool(v),
        _ when v.Has("burn", "half_life") => Burns(v),
        _ when v.Has("tao_pot", "alpha") => new() { ["payout"] = LargestRemainder.Split(v.Whole("tao_pot"), [.. v.Wholes("alpha")]) },
        _ when v.Has("ema_prices", "registered_at", "immunity") => new() { ["index"] = Pruned(v) },
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

    private static Dictionary<string, object?> MedianPool(VectorCase v)
    {
        var pool = NewPool.AtMedian(new Tao(v.Whole("lock")), v.Reals("subnet_prices")).Pool;
        return new() { ["median"] = NewPool.Median(v.Reals("subnet_prices")), ["tao_reserve"] = pool.TaoReserve.Rao, ["alpha_reserve"] = pool.AlphaReserve.Rao };
    }

    private static Dictionary<string, object?> Burns(VectorCase v)
    {
        var (burn, decay) = (new Tao(v.Whole("burn")), BurnDecay.WithHalfLife((long)v.Whole("half_life")));
        var found = new Dictionary<string, object?>();
        if (v.Has("blocks")) found[v.Expects("burn") ? "burn" : "burn_after"] = v["blocks"].ValueKind == JsonValueKind.Array
            ? v.Wholes("blocks").Select(blocks => decay.After(burn, (long)blocks).Rao).ToArray()
            : decay.After(burn, (long)v.Whole("blocks")).Rao;
        if (!v.Has("mult")) return found;
        found["bumped_from_1_tao"] = BurnDecay.Bumped(Tao.Of(1), v.Real("mult")).Rao;
        var bumped = BurnDecay.Bumped(burn, v.Real("mult"));
        (found["after_register"], found["next_block"]) = (bumped.Rao, decay.After(bumped).Rao);
        return found;
    }

    private static int? Pruned(VectorCase v) => SubnetPruning.Choose(
        [.. v.Reals("ema_prices").Zip(v.Wholes("registered_at"), (price, at) => (I96F32.FromDouble(price), new Block((long)at)))],
        new Block((long)v.Whole("block")),
        (long)v.Whole("immunity"));
}
