using System.Diagnostics;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Benchmarks;

/// <summary>
/// Times orders on the ledger: stakes on all subnets in turn, each of which is unstaked again by the next order, decided, applied, held to their laws and hashed. A block's
/// step and its checks are outside the clock. Beside it the same swaps on the curve alone.
/// </summary>
public sealed class SettleMeter(Ledger ledger, AccountId trader)
{
    private const int OrdersPerBlock = 100;

    private readonly Subnet[] subnets = [.. ledger.State.Subnets];

    /// <summary>Orders a second.</summary>
    /// <param name="orders">Rounded up to whole blocks.</param>
    public SettleTiming Time(int orders)
    {
        var blocks = (orders + OrdersPerBlock - 1) / OrdersPerBlock;
        var (settling, swapping) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var block = 0; block < blocks; block++)
        {
            ledger.OpenBlock(ledger.State.Block + 1);
            settling += Timed(Settle);
            swapping += Timed(Swap);
            ledger.CloseBlock();
        }
        return new(blocks * OrdersPerBlock / settling.TotalSeconds, blocks * OrdersPerBlock / swapping.TotalSeconds);
    }

    private void Settle(int pair)
    {
        var netuid = subnets[pair % subnets.Length].Netuid;
        if (ledger.Settle(new Stake(trader, netuid, trader, Tao.Of(0.01m))) is not Staked bought) throw new InvalidOperationException("The trader cannot stake.");
        if (ledger.Settle(new Unstake(trader, netuid, trader, bought.Received)) is not Unstaked) throw new InvalidOperationException("The trader cannot unstake.");
    }

    private void Swap(int pair)
    {
        var subnet = subnets[pair % subnets.Length];
        if (subnet.Curve.Buy(subnet.Pool, Tao.Of(0.01m)) is not { } bought || subnet.Curve.Sell(bought.After, bought.Bought) is null) throw new InvalidOperationException("The pool is too thin.");
    }

    private static TimeSpan Timed(Action<int> what)
    {
        var started = Stopwatch.GetTimestamp();
        for (var pair = 0; pair < OrdersPerBlock / 2; pair++) what(pair);
        return Stopwatch.GetElapsedTime(started);
    }
}

/// <summary>Orders a second.</summary>
/// <param name="Settled">On the ledger.</param>
/// <param name="Swapped">The same swaps on the curve alone.</param>
public readonly record struct SettleTiming(double Settled, double Swapped);
