using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class Epochs : LedgerSpec
{
    [Fact]
    public void pay_what_was_set_aside_and_leave_the_rest_of_the_floors_as_dust()
    {
        PassBlocks(800);
        var apex = State[Apex];
        Assert.True(apex.LastDividends > Alpha.Zero);
        Assert.True(apex.LastRootDividends > Tao.Zero);
        Assert.Equal(Alpha.Zero, apex.DriftCreated + apex.DriftLost);
        Assert.True(apex.Dust < new Alpha(5_000)); // two rao a block and some an epoch
    }

    [Fact] // v2.0.1 paid root's part once in TAO and once in alpha
    public void under_the_launch_payout_create_alpha_which_is_booked()
    {
        Start(Some.Rules with { Payout = DividendPayout.Double });
        PassBlocks(800);
        Assert.True(State[Apex].DriftCreated > Alpha.Of(1));
    }

    [Fact] // v2.0.4 pays Σ dividend·(1 − root part), which is not what was set aside
    public void under_the_net_payout_drift_away_from_what_was_set_aside_which_is_booked()
    {
        Start(Some.Rules with { Payout = DividendPayout.NetOfRoot });
        PassBlocks(800);
        Assert.True(State[Apex].DriftCreated + State[Apex].DriftLost > Alpha.Of(1));
    }

    [Fact]
    public void pay_nominators_after_the_delegates_take()
    {
        var before = State.StakeOf(Bob, Apex, Validator);
        PassBlocks(800);
        Assert.True(State.StakeOf(Bob, Apex, Validator) > before);
        Assert.True(State.StakeOf(Validator, Apex, Validator) > Alpha.Zero);
    }

    [Fact]
    public void come_every_tempo_and_one_blocks()
    {
        var due = new List<long>();
        for (var i = 0; i < 1500; i++)
        {
            if (Ledger.OpenBlock(State.Block + 1).OfType<EpochDrained>().Any(e => e.Netuid == Apex)) due.Add(State.Block.Height);
            Ledger.CloseBlock();
        }
        Assert.Equal([361, 361, 361], due.Zip(due.Skip(1), (a, b) => b - a));
    }
}
