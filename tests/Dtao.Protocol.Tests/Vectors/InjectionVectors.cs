using System.Text.Json;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Emission.Shares;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

internal static class InjectionVectors
{
    private static readonly BlockEmission Curve = new(Some.Rules.TotalSupplyRao, Some.Rules.BlockEmissionRao);

    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("block_emission_rao", "subnets") => Injected(v),
        _ when v.Has("alpha_out", "cuts_u16") => new() { ["pending_owner_cut"] = v.Wholes("cuts_u16").Select(cut => Cut(v, cut).OwnerCut.Rao).ToArray() },
        _ when v.Has("alpha_out", "cut_u16") => OwnerCut(Cut(v, v.Whole("cut_u16"))),
        _ when v.Has("ema_share", "root_tao", "owner_cut_u16") => FullBlock(v),
        _ when v.Has("alpha_issuance_after_injection", "alpha_out_after_cut", "price") => RootSale(v),
        _ => throw new UnreadableVector(v.Id),
    };

    private static Dictionary<string, object?> Injected(VectorCase v)
    {
        var subnets = v["subnets"].EnumerateArray().ToArray();
        var taoIn = new I96F32[subnets.Length];
        new PriceShares().Divide(new ShareRound(I96F32.FromInteger(v.Whole("block_emission_rao")), new Block(1), [.. subnets.Select(InputOf)], new double[subnets.Length]), taoIn);
        var emissions = subnets.Select(s => Curve.For(Rao(s, "alpha_reserve") + Rao(s, "alpha_out"))).ToArray();
        var injections = subnets.Select((s, i) => Injection.Of(taoIn[i], SpotOf(s), I96F32.FromInteger(emissions[i]))).ToArray();
        return new()
        {
            ["tao_in"] = injections.Select(i => i.TaoIn.Floor()).ToArray(),
            ["alpha_in"] = injections.Select(i => i.AlphaIn.Floor()).ToArray(),
            ["alpha_out_emission"] = emissions,
            ["price_after"] = subnets.Select((s, i) => (Rao(s, "tao_reserve") + injections[i].TaoIn.Floor()) / (double)(Rao(s, "alpha_reserve") + injections[i].AlphaIn.Floor())).ToArray(),
        };
    }

    private static ShareInput InputOf(JsonElement subnet) =>
        new(IsStable(subnet) ? I96F32.One : I96F32.FromDouble(subnet.GetProperty("ema").GetDouble()), MayEmit: true);

    private static I96F32 SpotOf(JsonElement subnet) =>
        IsStable(subnet) ? I96F32.One : new ConstantProduct(0).SpotPrice(new Pool(new Tao(Rao(subnet, "tao_reserve")), new Alpha(Rao(subnet, "alpha_reserve"))));

    private static bool IsStable(JsonElement subnet) => subnet.GetProperty("mech").GetInt32() == 0;

    private static ulong Rao(JsonElement subnet, string name) => subnet.GetProperty(name).GetUInt64();

    private static EmissionSplit Cut(VectorCase v, ulong cut) => EmissionSplit.Of(v.Whole("alpha_out"), I96F32.FromU16((ushort)cut), I96F32.Zero);

    private static Dictionary<string, object?> OwnerCut(EmissionSplit split) =>
        new() { ["owner_cut"] = split.OwnerCut.Rao, ["remaining"] = (split.Pending + split.Remainder).Rao };

    private static Dictionary<string, object?> RootSale(VectorCase v)
    {
        var weighted = RootProportion.WeightedRoot(v.Whole("root_tao"), (ulong)((decimal)v.Real("tao_weight") * ulong.MaxValue));
        var split = EmissionSplit.Of(v.Whole("alpha_out_after_cut"), I96F32.Zero, RootProportion.Of(weighted, v.Whole("alpha_issuance_after_injection")));
        if (v.Real("price") != 1) throw new UnreadableVector(v.Id);
        var sale = OneToOne.Curve.Sell(new Pool(new Tao(split.RootAlpha.Rao), default), split.RootAlpha)!.Value;
        return new() { ["root_alpha"] = split.RootAlpha.Rao, ["pending_emission"] = split.Pending.Rao, ["pending_root_divs_tao"] = sale.Received.Rao };
    }

    /// <summary>One block of a real ledger whose moving prices sum to 1, so that E·m ÷ Σm = E·share. Free TAO pads the issuance until the emission is E.</summary>
    private static Dictionary<string, object?> FullBlock(VectorCase v)
    {
        var (apex, rest) = (new NetUid(1), new NetUid(2));
        var rules = Some.Rules with { OwnerCutU16 = (ushort)v.Whole("owner_cut_u16"), TaoWeightU64 = v.Whole("tao_weight_u64") };
        var genesis = new Genesis(new Block(0), rules);
        var share = I96F32.FromDouble(v.Real("ema_share"));
        var pool = new Pool(new Tao(v.Whole("tao_reserve")), new Alpha(v.Whole("alpha_in")));
        var holder = genesis.Open(new Tao(Padding(v.Whole("block_emission_rao"), v.Whole("root_tao") + pool.TaoReserve.Rao)));
        genesis.Open(apex, holder, pool, share);
        genesis.Open(rest, holder, new Pool(Tao.Of(1), Alpha.Of(1)), I96F32.One - share);
        genesis.Stake(holder, apex, holder, new Alpha(v.Whole("alpha_out")));
        genesis.Stake(holder, NetUid.Root, holder, new Alpha(v.Whole("root_tao")));
        var ledger = genesis.Build();
        ledger.OpenBlock(new Block(1));
        ledger.CloseBlock();
        return Changes(ledger, apex, pool, v.Whole("alpha_out"), rules);
    }

    private static Dictionary<string, object?> Changes(Ledger ledger, NetUid netuid, Pool before, ulong outBefore, ProtocolRules rules)
    {
        var subnet = ledger.State[netuid];
        var emitted = subnet.AlphaIssuance - before.AlphaReserve - new Alpha(outBefore);
        var alphaEmission = Curve.For((before.AlphaReserve + new Alpha(outBefore)).Rao);
        var injected = emitted.Rao - alphaEmission;
        var weighted = RootProportion.WeightedRoot(ledger.State.Root.Pool.TaoReserve.Rao, rules.TaoWeightU64);
        return new()
        {
            ["tao_in"] = subnet.TaoEmission.Rao,
            ["alpha_in"] = injected,
            ["alpha_emission"] = alphaEmission,
            ["owner_cut"] = subnet.PendingOwnerCut.Rao,
            ["root_proportion"] = RootProportion.Of(weighted, subnet.AlphaIssuance.Rao).ToDouble(),
            ["root_alpha_sold"] = subnet.PendingAlphaSwapped.Rao,
            ["root_tao"] = subnet.PendingRootDividends.Rao,
            ["pending_alpha"] = subnet.PendingEmission.Rao,
            ["tao_reserve_after"] = subnet.Pool.TaoReserve.Rao,
            ["alpha_in_reserve_after"] = subnet.Pool.AlphaReserve.Rao,
            ["alpha_out_after"] = subnet.AlphaOut.Rao,
        };
    }

    private static ulong Padding(ulong emission, ulong others)
    {
        for (ulong pad = 0; pad < Some.Rules.TotalSupplyRao - others; pad += 100_000_000_000_000)
            if (Curve.For(pad + others + Tao.RaoPerTao) == emission)
                return pad;
        throw new UnreadableVector($"no issuance has an emission of {emission} rao");
    }
}
