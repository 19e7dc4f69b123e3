using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Database;

/// <summary>What became of orders: a row in <c>trades</c> for every swap (a move has two), one in <c>refusals</c> for every refusal, one in <c>transfers</c> for TAO over the border of the market, one in <c>decisions</c> for all else, of a root validator's vote all that it gives in <c>root_votes</c>, and of a subnet that is bought the price in <c>subnet_sales</c>.</summary>
internal sealed class TradeTables(Inserts inserts)
{
    private readonly Insert trades = inserts.Into("trades", columns: 12);
    private readonly Insert refusals = inserts.Into("refusals", columns: 9);
    private readonly Insert decisions = inserts.Into("decisions", columns: 8);
    private readonly Insert transfers = inserts.Into("transfers", columns: 8);
    private readonly RootVoteTable votes = new(inserts);
    private readonly SaleTable sales = new(inserts);

    /// <summary>Sums since the last sample.</summary>
    public TradeSums Sums { get; private set; } = TradeSums.None;

    public void StartSums() => Sums = TradeSums.None;

    public void Add(in RunEvent told, Settled settled)
    {
        switch (settled.Outcome)
        {
            case Staked staked: Add(told, settled, staked); break;
            case Unstaked unstaked: Add(told, settled, unstaked); break;
            case Moved moved:
                Add(told, settled, moved.Out);
                if (moved.In is { } leg) Add(told, settled, leg);
                break;
            case Redelegated moved: Row(told, settled, moved.Account, moved.Netuid, "redelegate"u8, Tao.Zero, moved.Amount, Tao.Zero, partial: false); break;
            case Deposited deposited: Transfer(told, settled, "deposit"u8, deposited.Amount); break;
            case Withdrawn withdrawn: Transfer(told, settled, "withdraw"u8, withdrawn.Amount); break;
            case Refused refused: Add(told, settled, refused); break;
            default: Decide(told, settled); break;
        }
    }

    private void Add(in RunEvent told, Settled settled, Staked staked)
    {
        Row(told, settled, staked.Account, staked.Netuid, "buy"u8, staked.Paid, staked.Received, staked.Fee, staked.Partial);
        if (!staked.Netuid.IsRoot) Sums = Sums with { Bought = Sums.Bought + staked.Paid };
    }

    private void Add(in RunEvent told, Settled settled, Unstaked unstaked)
    {
        Row(told, settled, unstaked.Account, unstaked.Netuid, "sell"u8, unstaked.Received, unstaked.Sold, unstaked.Fee, unstaked.Partial);
        if (!unstaked.Netuid.IsRoot) Sums = Sums with { Sold = Sums.Sold + unstaked.Received };
    }

    private void Add(in RunEvent told, Settled settled, Refused refused)
    {
        refusals.Value(told.Block.Height).Value(refused.Account.Index).Value(refused.Command.Subnet().Value).Value(refused.Command.GetType().Name)
            .Value(refused.Reason.ToString()).Value(told, settled).Run();
        Sums = Sums with { Refusals = Sums.Refusals + 1 };
    }

    private void Decide(in RunEvent told, Settled settled)
    {
        decisions.Value(told.Block.Height).Value(settled.Outcome.Account.Index).Value(settled.Command.Subnet().Value).Value(settled.Outcome.GetType().Name)
            .Value(told, settled).Run();
        if (settled.Outcome is RootWeightsSet vote) votes.Add(told, vote);
        if (settled.Outcome is SubnetSold sold) sales.Add(told, sold);
    }

    private void Transfer(in RunEvent told, Settled settled, ReadOnlySpan<byte> side, Tao amount) =>
        transfers.Value(told.Block.Height).Value(settled.Outcome.Account.Index).Value(side).Value(amount).Value(told, settled).Run();

    private void Row(in RunEvent told, Settled settled, AccountId account, NetUid netuid, ReadOnlySpan<byte> side, Tao tao, Alpha alpha, Tao fee, bool partial)
    {
        trades.Value(told.Block.Height).Value(account.Index).Value(netuid.Value).Value(side).Value(tao).Value(alpha).Value(fee).Value(partial).Value(told, settled).Run();
        if (!netuid.IsRoot) Sums = Sums with { Trades = Sums.Trades + 1 };
    }
}

/// <summary>What was traded between two samples, in pools: on root TAO is put down and taken up, and no alpha sold.</summary>
internal readonly record struct TradeSums(long Trades, long Refusals, Tao Bought, Tao Sold)
{
    public static TradeSums None => default;
}
