using BenchmarkDotNet.Attributes;
using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Agents.Worlds;
using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Catalogue;

namespace Dtao.Benchmarks;

/// <summary>
/// What every check of a block costs together, beside the block that they check. They cannot be switched off, so the same calls are
/// repeated on the same state, as often as a block makes them. All times are per block: <see cref="Checks"/> ÷ <see cref="Run"/> is their share.
/// </summary>
/// <remarks>The launch week's first half day: 64 subnets, 2,403 agents, about 1.4 trades a block.</remarks>
[MinColumn]
public class Invariants
{
    private const int Blocks = 3_600;

    private World world = null!;
    private World fresh = null!;
    private BlockOfTrades block = null!;

    [GlobalSetup]
    public void HalfADay()
    {
        world = Demo();
        RecordedRun.Run(world);
        block = new BlockOfTrades(world);
    }

    [IterationSetup(Target = nameof(Run))]
    public void Begin() => fresh = Demo();

    /// <summary>A block of the run: the chain's step, the agents' wakes, their trades, every check, the hash chain. Nothing is recorded.</summary>
    [Benchmark(OperationsPerInvoke = Blocks)]
    public RunResult Run() => RecordedRun.Run(fresh);

    /// <summary>The ledger's part of it: the same without agents.</summary>
    [Benchmark(OperationsPerInvoke = BlockOfTrades.Cycle)]
    public void Ledger() => block.Settle();

    /// <summary>Every check of such a block and nothing else.</summary>
    [Benchmark(OperationsPerInvoke = BlockOfTrades.Cycle)]
    public void Checks() => block.Check();

    /// <summary>Of them, the sums of every block.</summary>
    [Benchmark]
    public void Conserved() => Conservation.Check(world.Ledger.State, world.Ledger.Rules);

    /// <summary>Of them, the recount of every leaf, spread over the blocks between two.</summary>
    [Benchmark(OperationsPerInvoke = (int)Protocol.Ledgers.Ledger.AuditEveryBlocks)]
    public void Audited() => Conservation.Audit(world.Ledger.State);

    private static World Demo()
    {
        var config = LoadedConfig.Load(ConfigInput.Of("launch", FormattableString.Invariant($"run.duration={Blocks} blocks")), StrategyCatalogue.BuiltIn()).Config;
        return WorldBuilder.Build(config, seed: 1, File.OpenText);
    }
}
