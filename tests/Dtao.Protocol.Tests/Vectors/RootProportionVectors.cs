using Dtao.Protocol.Emission;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

internal static class RootProportionVectors
{
    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("root_tao", "alpha_issuance", "tao_weight_u64") => Found(v.Whole("root_tao"), v.Whole("alpha_issuance"), v.Whole("tao_weight_u64")),
        _ when v.Has("root_tao", "alpha_issuance", "tao_weight") => Found(v.Whole("root_tao"), v.Whole("alpha_issuance"), Weight(v)),
        _ when v.Has("root_tao_tokens", "alpha_issuance_tokens", "tao_weight") => Found(Rao(v, "root_tao_tokens"), Rao(v, "alpha_issuance_tokens"), Weight(v)),
        _ => throw new UnreadableVector(v.Id),
    };

    private static Dictionary<string, object?> Found(ulong rootRao, ulong issuanceRao, ulong taoWeight)
    {
        var proportion = RootProportion.Of(RootProportion.WeightedRoot(rootRao, taoWeight), issuanceRao);
        const ulong Block = 1_000_000_000;
        var split = EmissionSplit.Of(Block, I96F32.FromU16(Some.Rules.OwnerCutU16), proportion);
        return new()
        {
            ["root_proportion"] = proportion.ToDouble(),
            ["root_share_of_alpha_out_after_owner_cut"] = split.RootAlpha.Rao / (double)(Block - split.OwnerCut.Rao),
            ["root_share_of_total_alpha_out"] = split.RootAlpha.Rao / (double)Block,
        };
    }

    private static ulong Rao(VectorCase v, string tokens) => (ulong)Math.Round(v.Real(tokens) * 1e9);

    private static ulong Weight(VectorCase v) => (ulong)((decimal)v.Real("tao_weight") * ulong.MaxValue);
}
