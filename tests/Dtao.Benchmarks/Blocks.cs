using BenchmarkDotNet.Attributes;
using Dtao.Agents.Configuration;
using Dtao.Agents.Worlds;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;

namespace Dtao.Benchmarks;

/// <summary>One block of the launch chain without traders, and what its checks cost.</summary>
public class Blocks
{
    private Ledger ledger = null!;

    [GlobalSetup]
    public void Open() => ledger = WorldBuilder.Build(LoadedConfig.Load(ConfigInput.Of(null), StrategyCatalogue.BuiltIn()).Config, seed: 1, File.OpenText).Ledger;

    /// <summary>The chain's own step, every check and the hash chain.</summary>
    [Benchmark(Baseline = true)]
    public void Block()
    {
        ledger.OpenBlock(ledger.State.Block + 1);
        ledger.CloseBlock();
    }

    /// <summary>The chain's own step alone, one block after the other.</summary>
    [Benchmark]
    public object Stepped() => ledger.OpenBlock(ledger.State.Block + 1);

    /// <summary>The checks of every block.</summary>
    [Benchmark]
    public void Conserved() => Conservation.Check(ledger.State, ledger.Rules);

    /// <summary>The recount of every leaf, once in 360 blocks.</summary>
    [Benchmark]
    public void Audited() => Conservation.Audit(ledger.State);
}

/// <summary>Two orders on the ledger, a stake and its unstake: decided, applied, held to their laws and hashed.</summary>
public class Orders
{
    private Ledger ledger = null!;
    private AccountId trader;
    private int turn;

    [GlobalSetup]
    public void Open()
    {
        ledger = WorldBuilder.Build(LoadedConfig.Load(ConfigInput.Of("launch"), StrategyCatalogue.BuiltIn()).Config, seed: 1, File.OpenText).Ledger;
        trader = new AccountId(Enumerable.Range(0, ledger.State.Accounts.Count).MaxBy(account => ledger.State.Accounts[account].Free.Rao));
    }

    [Benchmark(OperationsPerInvoke = 2)]
    public Outcome Settle()
    {
        var netuid = ledger.State.Subnets[turn++ % ledger.State.Subnets.Count].Netuid;
        var bought = (Staked)ledger.Settle(new Stake(trader, netuid, trader, Tao.Of(0.01m)));
        return ledger.Settle(new Unstake(trader, netuid, trader, bought.Received));
    }
}

/// <summary>One swap on the curve.</summary>
public class Swaps
{
    private readonly ConstantProduct curve = new(10_000_000);
    private readonly Pool pool = new(Tao.Of(1_000), Alpha.Of(40_000));

    [Benchmark]
    public object? Buy() => curve.Buy(pool, Tao.Of(3));

    [Benchmark]
    public object? Sell() => curve.Sell(pool, Alpha.Of(100));
}
