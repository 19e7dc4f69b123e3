using Dtao.Agents.Running;
using Dtao.Agents.Settling;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Tests.Running;

public sealed class A_broken_run
{
    [Fact]
    public void that_loses_a_rao_stops_with_seed_block_and_last_outcomes()
    {
        var world = new SmallWorld().With("saver", 1, () => new Scripted((sight, _) => Intent.Of(sight.Buy(sight.Quotes[0], 1), sight.StakeOnRoot(1)).WakeMe(When.In(sight.Now, 100))));
        var plan = world.Plan(seed: 77);
        var end = Simulation.Run(plan with { Economy = new Leaking(world.Ledger, from: new Block(1101)) });

        var breach = Assert.IsType<InvariantBreach>(end.Failure);
        Assert.Equal((RunStop.Failed, 77ul, new Block(1101)), (end.Stop, breach.Seed, breach.Block));
        Assert.StartsWith("seed 77, block 1101: TAO held is ", breach.Message, StringComparison.Ordinal);
        Assert.Equal(["Staked", "Staked", "Staked", "Staked"], breach.LastEvents.Select(text => text.Split(' ')[0]));
    }

    [Fact]
    public void whose_economy_overflows_is_a_breach_too()
    {
        var world = new SmallWorld().With("saver", 1, () => new Scripted((sight, _) => Intent.Of(sight.StakeOnRoot(1))));
        var plan = world.Plan();
        var end = Simulation.Run(plan with { Economy = new Faulty(world.Ledger, () => throw new OverflowException("too much")) });
        Assert.Equal("seed 1, block 1001: too much", Assert.IsType<InvariantBreach>(end.Failure).Message);
    }

    [Fact]
    public void whose_economy_breaks_a_law_in_a_statement_is_a_breach_and_no_fault_of_who_looked()
    {
        var world = new SmallWorld().With("saver", 1, () => new Scripted((_, _) => Intent.None));
        var plan = world.Plan(seed: 5) with { OnStrategyError = OnStrategyError.Quarantine };
        var end = Simulation.Run(plan with { Economy = new Forgetful(world.Ledger) });
        Assert.Equal("seed 5, block 1001: who is that?", Assert.IsType<InvariantBreach>(end.Failure).Message);
    }

    [Fact]
    public void whose_ledger_fails_stops_with_what_it_threw()
    {
        var world = new SmallWorld().With("saver", 1, () => new Scripted((sight, _) => Intent.Of(sight.StakeOnRoot(1))));
        var plan = world.Plan();
        var end = Simulation.Run(plan with { Economy = new Faulty(world.Ledger, () => throw new NotSupportedException("no such thing")) });
        Assert.Equal((RunStop.Failed, new Block(1001)), (end.Stop, end.Block));
        Assert.Equal("no such thing", Assert.IsType<NotSupportedException>(end.Failure).Message);
    }

    [Fact]
    public void whose_record_cannot_be_kept_stops_with_what_the_recorder_threw()
    {
        var plan = new SmallWorld().With("saver", 1, () => new Scripted((_, _) => Intent.None)).Plan() with { Sink = new FullDisk(after: 3) };
        var end = Simulation.Run(plan);
        Assert.Equal("disk full", Assert.IsType<IOException>(end.Failure).Message);
        Assert.InRange(end.Block.Height, 1003, 1005);
    }

    [Fact]
    public void whose_actors_cannot_be_opened_stops_before_its_first_block()
    {
        var plan = new SmallWorld().With("twin", 1, () => new Scripted((_, _) => Intent.None)).With("twin", 1, () => new Scripted((_, _) => Intent.None)).Plan();
        var end = Simulation.Run(plan);
        Assert.Equal((RunStop.Failed, new Block(1000)), (end.Stop, end.Block));
        Assert.Contains("twin-0", end.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void whose_strategy_faults_at_a_fill_names_the_agent()
    {
        var plan = new SmallWorld().With("saver", 1, () => new Deaf(), name: "deaf").Plan();
        Assert.Equal("saver-0 (strategy deaf) threw InvalidOperationException: what? in block 1002", Assert.IsType<StrategyFault>(Simulation.Run(plan).Failure).Message);
    }

    /// <summary>Books a rao less than was paid for on root, from a block on.</summary>
    private sealed class Leaking(Ledger ledger, Block from) : ChainEconomy(ledger)
    {
        public override Outcome Settle(LedgerCommand command)
        {
            if (Ledger.State.Block < from || Ledger.Decide(command) is not Staked { Netuid.IsRoot: true } staked) return base.Settle(command);
            var booked = staked with { Received = staked.Received - new Alpha(1) };
            Ledger.Apply(booked);
            return booked;
        }
    }

    private sealed class Faulty(Ledger ledger, Func<Outcome> settle) : ChainEconomy(ledger)
    {
        public override Outcome Settle(LedgerCommand command) => settle();
    }

    private sealed class Forgetful(Ledger ledger) : ChainEconomy(ledger), IEconomy
    {
        Statement IEconomy.StatementOf(AccountId account) => throw new InvariantBroken("who is that?");
    }

    private sealed class FullDisk(int after) : IBlockSink
    {
        private int taken;

        public void Take(BlockBatch batch)
        {
            if (++taken > after) throw new IOException("disk full");
        }
    }

    private sealed class Deaf : Strategies.Catalogue.IStrategy, Strategies.Catalogue.IHearsFills
    {
        public Intent Decide(Strategies.Sensing.Sight sight, Strategies.Numerics.Dice dice) => Intent.Of(sight.StakeOnRoot(1)).WakeMe(When.Fill());

        public void Hear(Outcome outcome) => throw new InvalidOperationException("what?");
    }
}
