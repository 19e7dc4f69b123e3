using Dtao.Agents.Running;
using Dtao.Agents.Settling;
using Dtao.Fixtures;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Tests.Running;

/// <summary>A few subnets and whatever agents a test needs.</summary>
internal sealed class SmallWorld
{
    private readonly Genesis genesis = new(new Block(1000), Launch.Rules);
    private readonly List<Seat> seats = [];
    private readonly AccountId validator;

    public SmallWorld(int subnets = 3)
    {
        validator = genesis.Open(Tao.Zero);
        genesis.Stake(validator, NetUid.Root, validator, Alpha.Of(100_000));
        for (ushort netuid = 1; netuid <= subnets; netuid++)
        {
            genesis.Open(new NetUid(netuid), validator, new Pool(Tao.Of(100), Alpha.Of(100 * netuid)), I96F32.FromRatio(1, netuid));
            genesis.Register(new NetUid(netuid), validator);
        }
    }

    public List<BlockBatch> Batches { get; } = [];

    public Ledger Ledger { get; private set; } = null!;

    public SmallWorld With(string cohort, int count, Func<IStrategy> strategy, decimal tao = 100, string name = "test")
    {
        for (var i = 0; i < count; i++)
            seats.Add(new Seat(seats.Count, new AgentId(cohort, i), Role.Speculator, name, strategy(), genesis.Open(Tao.Of(tao)), validator, FirstWake: 1));
        return this;
    }

    public RunPlan Plan(ulong seed = 1, int blocks = 500, Func<int, int[]>? listeners = null)
    {
        Ledger = genesis.Build();
        return new RunPlan
        {
            Seed = seed,
            Genesis = new Block(1000),
            LastBlock = new Block(1000 + blocks),
            Economy = new ChainEconomy(Ledger),
            Seats = seats,
            Listeners = [.. seats.Select(s => listeners?.Invoke(s.Index) ?? [])],
            FeedCapacity = 8,
            Ordering = SettlementOrder.Lot,
            OnStrategyError = OnStrategyError.Fail,
            StrategyTimeLimit = TimeSpan.FromSeconds(20),
            Sink = new MemorySink(Batches),
            SampleEveryBlocks = 100,
        };
    }

    private sealed class MemorySink(List<BlockBatch> batches) : IBlockSink
    {
        public void Take(BlockBatch batch) => batches.Add(batch);
    }
}

/// <summary>A strategy made of a function.</summary>
internal sealed class Scripted(Func<Sight, Dice, Intent> decide) : IStrategy
{
    public Intent Decide(Sight sight, Dice dice) => decide(sight, dice);
}
