using Dtao.Agents.Worlds;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Benchmarks;

/// <summary>A cycle of blocks with the trades of the launch week's density, half of them purchases, and the checks that such a cycle makes.</summary>
internal sealed class BlockOfTrades
{
    /// <summary>Blocks of a cycle. It is as long as the wait for an audit, so that each has one.</summary>
    public const int Cycle = (int)Ledger.AuditEveryBlocks;

    private const int TradesPerFiveBlocks = 7;

    private readonly Ledger ledger;
    private readonly AccountId trader;
    private readonly Subnet[] subnets;
    private readonly Staked[] bought;
    private Staked last;

    public BlockOfTrades(World world)
    {
        ledger = world.Ledger;
        subnets = [.. ledger.State.Subnets];
        trader = world.Seats.MaxBy(seat => ledger.State.AccountOf(seat.Account).Free.Rao)!.Account;
        bought = [.. subnets.Select(subnet => (Staked)ledger.Settle(Buy(subnet)))];
        last = bought[^1];
    }

    public void Settle()
    {
        var trades = 0;
        for (var block = 0; block < Cycle; block++)
        {
            ledger.OpenBlock(ledger.State.Block + 1);
            for (; trades < TradesBy(block); trades++) Keep(ledger.Settle(Trade(trades)));
            ledger.CloseBlock();
        }
    }

    /// <summary>One check of the sums a block; one of the product for each root sale and each trade; one of the round trip a purchase; one audit.</summary>
    public void Check()
    {
        var trades = 0;
        for (var block = 0; block < Cycle; block++)
        {
            foreach (var subnet in subnets) SwapInvariant.Check(subnet, subnet.Pool);
            for (; trades < TradesBy(block); trades++) CheckTrade(trades);
            Conservation.Check(ledger.State, ledger.Rules);
        }
        Conservation.Audit(ledger.State);
    }

    private void CheckTrade(int trade)
    {
        var subnet = SubnetOf(trade);
        SwapInvariant.Check(subnet, subnet.Pool);
        if (IsPurchase(trade)) SwapInvariant.CheckRoundTrip(subnet, bought[trade / 2 % subnets.Length]);
    }

    /// <summary>What is bought is sold again by the next trade, so that no pool runs dry however often this is called.</summary>
    private LedgerCommand Trade(int trade)
    {
        var subnet = SubnetOf(trade);
        return IsPurchase(trade) ? Buy(subnet) : new Unstake(trader, subnet.Netuid, trader, last.Received);
    }

    private Stake Buy(Subnet subnet) => new(trader, subnet.Netuid, trader, Tao.Of(0.01m));

    private Subnet SubnetOf(int trade) => subnets[trade / 2 % subnets.Length];

    private static bool IsPurchase(int trade) => trade % 2 == 0;

    private static int TradesBy(int block) => (block + 1) * TradesPerFiveBlocks / 5;

    private void Keep(Outcome outcome)
    {
        if (outcome is Staked staked) last = staked;
        else if (outcome is not Unstaked) throw new InvalidOperationException($"A block of trades was to be measured, but {outcome}.");
    }
}
