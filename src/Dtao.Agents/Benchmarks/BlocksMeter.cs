using System.Diagnostics;
using Dtao.Protocol.Ledgers;

namespace Dtao.Agents.Benchmarks;

/// <summary>
/// Times the chain by itself: subnets with the launch's pools, owners and validators, and nobody who acts. Every block has its emission, injection, root sales, moving prices
/// and due epochs, the conservation of every rao, the audits and the chain of hashes; as nobody sets weights an epoch pays by stake.
/// </summary>
/// <remarks>Beside it a loop of plain divisions, as many as the subnets of a block take (six each), so that figures of different machines and hours can be compared.</remarks>
public sealed class BlocksMeter(Ledger ledger)
{
    public const long BlocksAYear = 2_628_000;

    private const int DivisionsPerSubnet = 6;

    private ulong divided = ulong.MaxValue;

    /// <summary>Microseconds of processor a block.</summary>
    public BlocksTiming Time(int blocks)
    {
        var reference = Timed(blocks, Divide);
        var epochs = 0L;
        var chain = Timed(blocks, () => epochs += Pass());
        return new(chain, reference, epochs / (double)blocks);
    }

    /// <returns>How many epochs there were.</returns>
    private int Pass()
    {
        var events = ledger.OpenBlock(ledger.State.Block + 1);
        ledger.CloseBlock();
        return events.Count(happened => happened is EpochDrained);
    }

    /// <summary>Each takes the last one's result, so that none can begin before the other is done.</summary>
    private void Divide()
    {
        for (var i = 0; i < DivisionsPerSubnet * ledger.State.Subnets.Count; i++) divided = ulong.MaxValue / (divided | 1UL << 40);
    }

    private static double Timed(int times, Action what)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < times; i++) what();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / times;
    }
}

/// <summary>Microseconds of processor a block.</summary>
/// <param name="Chain">The chain's block.</param>
/// <param name="Divisions">The plain divisions beside it.</param>
/// <param name="Epochs">Epochs a block.</param>
public readonly record struct BlocksTiming(double Chain, double Divisions, double Epochs);
