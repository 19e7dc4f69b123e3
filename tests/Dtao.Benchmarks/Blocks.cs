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

    /// <summary>The checks of every block.</summary>
    [Benchmark]
    public void Conserved() => Conservation.Check(ledger.State, ledger.Rules);

    /// <summary>The recount of every leaf, once in 360 blocks.</summary>
    [Benchmark]
    public void Audited() => Conservation.Audit(ledger.State);
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
