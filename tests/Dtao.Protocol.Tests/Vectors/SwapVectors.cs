using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

internal static class SwapVectors
{
    private static readonly NetUid Apex = new(1);
    private static readonly ConstantProduct Curve = new(Some.Rules.MinimumLiquidityRao);

    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("tao_in") => Buy(v),
        _ when v.Has("alpha_in") => Sell(v),
        _ when v.Has("stake", "fee") => StakeWithFee(v),
        _ when v.Has("amount_tao", "limit_price") => StakeWithLimit(v),
        _ when v.Has("alpha_amount", "limit_price") => UnstakeWithLimit(v),
        _ when v.Has("amounts_tao", "limit_price") => Tries(v, v.Wholes("amounts_tao").Select(tao => TryStake(v, tao))),
        _ when v.Has("alpha_amounts", "limit_price") => Tries(v, v.Wholes("alpha_amounts").Select(alpha => TryUnstake(v, alpha))),
        _ => throw new UnreadableVector(v.Id),
    };

    private static Pool PoolOf(VectorCase v) => new(new Tao(v.Whole("tao_reserve")), new Alpha(v.Whole("alpha_reserve")));

    private static PriceLimit LimitOf(VectorCase v) => new(v.Whole("limit_price"), v["allow_partial"].GetBoolean());

    private static Dictionary<string, object?> Buy(VectorCase v)
    {
        var swap = Curve.Buy(PoolOf(v), new Tao(v.Whole("tao_in")));
        return new()
        {
            ["alpha_out"] = swap?.Bought.Rao,
            ["new_tao_reserve"] = swap?.After.TaoReserve.Rao,
            ["new_alpha_reserve"] = swap?.After.AlphaReserve.Rao,
        };
    }

    private static Dictionary<string, object?> Sell(VectorCase v)
    {
        var fee = Some.Rules.Fee.FlatRao;
        var swap = Curve.Sell(PoolOf(v), new Alpha(v.Whole("alpha_in")));
        return new()
        {
            ["tao_out"] = swap?.Received.Rao,
            ["seller_receives"] = swap?.Received.Rao - fee,
            ["new_tao_reserve"] = swap?.After.TaoReserve.Rao + fee,
            ["new_alpha_reserve"] = swap?.After.AlphaReserve.Rao,
        };
    }

    private static Dictionary<string, object?> StakeWithFee(VectorCase v)
    {
        var (ledger, trader) = Given(v, free: v.Whole("stake"), rules: Some.Rules with { Fee = new SwapFee(v.Whole("fee"), 0) });
        var staked = (Staked)ledger.Settle(new Stake(trader, Apex, trader, new Tao(v.Whole("stake"))));
        return new() { ["tao_reserve_after"] = ledger.State[Apex].Pool.TaoReserve.Rao, ["alpha_out"] = staked.Received.Rao };
    }

    private static Dictionary<string, object?> StakeWithLimit(VectorCase v)
    {
        var (ledger, trader) = Given(v, free: v.Whole("amount_tao"));
        var staked = (Staked)ledger.Settle(new Stake(trader, Apex, trader, new Tao(v.Whole("amount_tao")), LimitOf(v)));
        return new()
        {
            ["tao_executed"] = staked.Paid.Rao,
            ["alpha_received"] = staked.Received.Rao,
            ["final_price"] = ledger.State[Apex].SpotPrice.ToDouble(),
            ["free_balance_left"] = ledger.State.AccountOf(trader).Free.Rao,
        };
    }

    private static Dictionary<string, object?> UnstakeWithLimit(VectorCase v) =>
        new() { ["alpha_executed"] = ((Unstaked)TryUnstake(v, v.Whole("alpha_amount"))).Sold.Rao };

    private static Outcome TryStake(VectorCase v, ulong tao)
    {
        var (ledger, trader) = Given(v, free: tao);
        return ledger.Settle(new Stake(trader, Apex, trader, new Tao(tao), LimitOf(v)));
    }

    private static Outcome TryUnstake(VectorCase v, ulong alpha)
    {
        var (ledger, trader) = Given(v, free: 0, staked: alpha);
        return ledger.Settle(new Unstake(trader, Apex, trader, new Alpha(alpha), LimitOf(v)));
    }

    private static Dictionary<string, object?> Tries(VectorCase v, IEnumerable<Outcome> tries)
    {
        var outcomes = tries.ToArray();
        return new()
        {
            ["accepted"] = outcomes.Select(o => o is not Refused).ToArray(),
            ["error"] = outcomes.OfType<Refused>().Select(r => r.Reason.ToString()).Distinct(StringComparer.Ordinal).SingleOrDefault(),
        };
    }

    private static (Ledger Ledger, AccountId Trader) Given(VectorCase v, ulong free, ulong staked = 0, ProtocolRules? rules = null)
    {
        var genesis = new Genesis(new Block(0), rules ?? Some.Rules);
        var trader = genesis.Open(new Tao(free));
        genesis.Open(Apex, trader, PoolOf(v), I96F32.One);
        genesis.Stake(trader, Apex, trader, new Alpha(staked));
        return (genesis.Build(), trader);
    }
}
