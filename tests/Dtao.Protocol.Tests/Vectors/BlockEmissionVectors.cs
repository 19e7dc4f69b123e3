using Dtao.Protocol.Emission;

namespace Dtao.Protocol.Tests.Vectors;

internal static class BlockEmissionVectors
{
    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("issuance_rao") => new() { ["block_emission_rao"] = Curve(v.Has("default_block_emission_rao") ? v.Whole("default_block_emission_rao") : 1_000_000_000).For(v.Whole("issuance_rao")) },
        _ when v.Has("start_issuance_rao", "iterations", "blocks_per_iteration") => new() { ["final_issuance_rao"] = Grown(v) },
        _ => throw new UnreadableVector(v.Id),
    };

    private static ulong Grown(VectorCase v)
    {
        var issuance = v.Whole("start_issuance_rao");
        for (var i = 0UL; i < v.Whole("iterations"); i++) issuance += Curve(1_000_000_000).For(issuance) * v.Whole("blocks_per_iteration");
        return issuance;
    }

    private static BlockEmission Curve(ulong defaultEmission) => new(Some.Rules.TotalSupplyRao, defaultEmission);
}
