using Dtao.Agents.Settling;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Benchmarks;

/// <summary>The market of "dtao-min": holdings, pools, and one block's orders in escrow.</summary>
/// <remarks>Reserves change only in <see cref="Settle"/> and <see cref="TempoStep"/>, so what is read while orders come in is the last closed block.</remarks>
public sealed partial class MinimalMarket
{
    public const int Pools = 64, Positions = 8, TempoBlocks = 360;

    /// <summary>TAO and the positions' alpha.</summary>
    private const int Holdings = 1 + Positions;

    private const ulong Coin = 1_000_000_000, FirstTao = 1_000 * Coin, FirstAlpha = 100 * Coin, ReservePerAgent = 10 * Coin;

    private readonly ulong _seed;
    private readonly ulong[] _reserves = new ulong[2 * Pools]; // of each pool TAO, then alpha
    private readonly ulong[] _held;
    private readonly byte[] _poolOf;
    private readonly LotOrder _lotOrder = new();
    private MinimalOrder[] _orders = new MinimalOrder[64];
    private Lot[] _lots = new Lot[64];
    private MinimalFill[] _fills = new MinimalFill[64];
    private int _pending;
    private long _allOrders, _swaps, _payments;

    public MinimalMarket(int agents, ulong seed)
    {
        _seed = seed;
        _held = new ulong[agents * Holdings];
        _poolOf = new byte[agents * Holdings];
        Array.Fill(_reserves, (ulong)agents * ReservePerAgent);
        for (var agent = 0; agent < agents; agent++) Endow(agent * Holdings, Dice.For(seed, (ulong)agent, 0, Purpose.Census));
        (_taoIssued, _alphaIssued) = (Tao(), [.. Enumerable.Range(0, Pools).Select(Alpha)]);
    }

    /// <summary>Orders settled, orders filled and positions paid since the beginning.</summary>
    public (long Orders, long Swaps, long Payments) Counts => (_allOrders, _swaps, _payments);

    /// <summary>Rao of a holding that are not in escrow; holding 0 is TAO.</summary>
    public ulong Free(int agent, int holding) => _held[agent * Holdings + holding];

    /// <summary>The pool of a position, 1 to 8.</summary>
    public int PoolOf(int agent, int position) => _poolOf[agent * Holdings + position];

    /// <summary>TAO for one alpha at the close of the last block.</summary>
    public double ReadPrice(int pool) => _reserves[2 * pool] / (double)_reserves[2 * pool + 1];

    /// <summary>Takes an order's funds into escrow until the block settles.</summary>
    /// <exception cref="OverflowException">The agent has not got them.</exception>
    public void Submit(long block, in MinimalOrder order)
    {
        if (_pending == _orders.Length) Grow();
        _held[order.Agent * Holdings + order.Pays] -= order.Amount;
        _lots[_pending] = new(Dice.Lot(_seed, (ulong)order.Agent, block), order.Agent, _pending);
        _orders[_pending++] = order;
    }

    /// <summary>Settles the block's orders one after another, in the order of their lots.</summary>
    /// <returns>What to tell the agents; good until the next call.</returns>
    public ReadOnlySpan<MinimalFill> Settle()
    {
        var fills = _fills.AsSpan(0, _pending);
        var next = 0;
        foreach (var lot in _lotOrder.Sort(_lots.AsSpan(0, _pending)))
        {
            ref readonly var order = ref _orders[lot.Index];
            fills[next++] = new(order.Agent, order.Gets, Swap(order));
        }
        _allOrders += _pending;
        _pending = 0;
        return fills;
    }

    /// <summary>Settles one order at once: for an engine that has put a block's orders into the order of their lots itself.</summary>
    /// <returns>Rao got; 0 where it was refused.</returns>
    public ulong SettleNow(in MinimalOrder order)
    {
        _held[order.Agent * Holdings + order.Pays] -= order.Amount;
        _allOrders++;
        return Swap(order);
    }

    /// <summary>Fills an order, or refuses it and gives the escrow back.</summary>
    /// <returns>Rao got.</returns>
    private ulong Swap(in MinimalOrder order)
    {
        var account = order.Agent * Holdings;
        var paid = 2 * _poolOf[account + order.Position] + (order.Pays > 0 ? 1 : 0);
        ref var reserveIn = ref _reserves[paid];
        ref var reserveOut = ref _reserves[paid ^ 1];
        var got = ConstantProductSwap.Out(reserveIn, reserveOut, order.Amount);
        if (got < order.AtLeast)
        {
            _held[account + order.Pays] += order.Amount;
            return 0;
        }
        reserveIn += order.Amount;
        reserveOut -= got;
        _held[account + order.Gets] += got;
        _swaps++;
        return got;
    }

    private void Endow(int account, Dice dice)
    {
        _held[account] = FirstTao;
        for (var position = 1; position <= Positions; position++)
            (_poolOf[account + position], _held[account + position]) = ((byte)dice.Below(Pools), FirstAlpha);
    }

    private void Grow()
    {
        Array.Resize(ref _orders, 2 * _orders.Length);
        Array.Resize(ref _lots, _orders.Length);
        Array.Resize(ref _fills, _orders.Length);
    }
}
