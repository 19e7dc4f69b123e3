using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

internal static class MovingPriceVectors
{
    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("price", "ema0", "blocks_since_start", "halving_blocks") => OneUpdate(v),
        _ when v.Has("price", "ema0", "alpha_raw", "frac_bits") => Stalled(v),
        _ when v.Has("ema0", "alpha", "blocks") => Updated(v),
        _ => throw new UnreadableVector(v.Id),
    };

    private static Dictionary<string, object?> Updated(VectorCase v)
    {
        var rule = new MovingPrice(I96F32.FromDouble(v.Real("alpha")), I96F32.One, RampBlocks: 0);
        var moving = I96F32.FromDouble(v.Real("ema0"));
        for (var i = 0UL; i < v.Whole("blocks"); i++) moving = rule.Next(moving, PriceOf(v), age: 0);
        return new() { ["ema"] = moving.ToDouble() };
    }

    private static Dictionary<string, object?> OneUpdate(VectorCase v)
    {
        var rule = new MovingPrice(I96F32.FromDouble(v.Real("alpha")), I96F32.One, v.Whole("halving_blocks"));
        var age = v.Whole("blocks_since_start");
        var moving = rule.Next(I96F32.FromDouble(v.Real("ema0")), PriceOf(v), age);
        if (v.Expects("ema_less_than")) Assert.True(moving.ToDouble() < v.Expected.GetProperty("ema_less_than").GetDouble());
        return new()
        {
            ["ema"] = moving.ToDouble(),
            ["alpha_effective"] = rule.WeightAt(age).ToDouble(),
            ["ema_less_than"] = v.Expects("ema_less_than") ? v.Expected.GetProperty("ema_less_than").GetDouble() : null,
        };
    }

    private static Dictionary<string, object?> Stalled(VectorCase v)
    {
        if (v.Whole("frac_bits") != I96F32.FractionBits) throw new UnreadableVector(v.Id);
        var rule = new MovingPrice(new I96F32(v.Whole("alpha_raw")), I96F32.One, RampBlocks: 0);
        var (moving, price, updates) = (I96F32.FromDouble(v.Real("ema0")), PriceOf(v), 0UL);
        for (var next = rule.Next(moving, price, 0); next != moving; next = rule.Next(moving, price, 0), updates++) moving = next;
        return new() { ["ema"] = moving.ToDouble(), ["blocks_to_stall"] = updates };
    }

    private static I96F32 PriceOf(VectorCase v) =>
        v.Has("price") ? I96F32.FromDouble(v.Real("price")) : I96F32.FromRatio(v.Whole("tao_reserve"), v.Whole("alpha_reserve"));
}
