using Dtao.Agents.Settling;
using Dtao.Protocol.Memory;
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

    private readonly ulong seed;
    private readonly ulong[] reserves = new ulong[2 * Pools]; // of each pool TAO, then alpha
    private readonly ulong[] held;
    private readonly byte[] poolOf;
    private readonly LotOrder lotOrder = new();
    private MinimalOrder[] orders = new MinimalOrder[64];
    private Lot[] lots = new Lot[64];
    private MinimalFill[] fills = new MinimalFill[64];
    private int pending;
    private long allOrders, swaps, payments;

    public MinimalMarket(int agents, ulong seed)
    {
        this.seed = seed;
        held = new ulong[agents * Holdings];
        poolOf = new byte[agents * Holdings];
        Array.Fill(reserves, (ulong)agents * ReservePerAgent);
        for (var agent = 0; agent < agents; agent++) Endow(agent * Holdings, Dice.For(seed, (ulong)agent, 0, Purpose.Census));
        (taoIssued, alphaIssued) = (Tao(), [.. Enumerable.Range(0, Pools).Select(Alpha)]);
    }

    /// <summary>Orders settled, orders filled and positions paid since the beginning.</summary>
    public (long Orders, long Swaps, long Payments) Counts => (allOrders, swaps, payments);

    /// <summary>How many it was opened for.</summary>
    public int Agents => held.Length / Holdings;

    /// <summary>Rao of a holding that are not in escrow; holding 0 is TAO.</summary>
    public ulong Free(int agent, int holding) => held[agent * Holdings + holding];

    /// <summary>Has an agent's holdings, and which pools they are of, on their way.</summary>
    public void Fetch(int agent)
    {
        CacheLines.Fetch(in held[agent * Holdings]);
        CacheLines.Fetch(in held[agent * Holdings + Positions]);
        CacheLines.Fetch(in poolOf[agent * Holdings]);
    }

    /// <summary>The pool of a position, 1 to 8.</summary>
    public int PoolOf(int agent, int position) => poolOf[agent * Holdings + position];

    /// <summary>TAO for one alpha at the close of the last block.</summary>
    public double ReadPrice(int pool) => reserves[2 * pool] / (double)reserves[2 * pool + 1];

    /// <summary>Takes an order's funds into escrow until the block settles.</summary>
    /// <exception cref="OverflowException">The agent has not got them.</exception>
    public void Submit(long block, in MinimalOrder order)
    {
        if (pending == orders.Length) Grow();
        held[order.Agent * Holdings + order.Pays] -= order.Amount;
        lots[pending] = new(Dice.Lot(seed, (ulong)order.Agent, block), order.Agent, pending);
        orders[pending++] = order;
    }

    /// <summary>Settles the block's orders one after another, in the order of their lots.</summary>
    /// <returns>What to tell the agents; good until the next call.</returns>
    public ReadOnlySpan<MinimalFill> Settle()
    {
        var told = fills.AsSpan(0, pending);
        var next = 0;
        foreach (var lot in lotOrder.Sort(lots.AsSpan(0, pending)))
        {
            ref readonly var order = ref orders[lot.Index];
            told[next++] = new(order.Agent, order.Gets, Swap(order));
        }
        allOrders += pending;
        pending = 0;
        return told;
    }

    /// <summary>Settles one order at once: for an engine that has put a block's orders into the order of their lots itself.</summary>
    /// <returns>Rao got; 0 where it was refused.</returns>
    public ulong SettleNow(in MinimalOrder order)
    {
        held[order.Agent * Holdings + order.Pays] -= order.Amount;
        allOrders++;
        return Swap(order);
    }

    /// <summary>Fills an order, or refuses it and gives the escrow back.</summary>
    /// <returns>Rao got.</returns>
    private ulong Swap(in MinimalOrder order)
    {
        var account = order.Agent * Holdings;
        var paid = 2 * poolOf[account + order.Position] + (order.Pays > 0 ? 1 : 0);
        ref var reserveIn = ref reserves[paid];
        ref var reserveOut = ref reserves[paid ^ 1];
        var got = ConstantProductSwap.Out(reserveIn, reserveOut, order.Amount);
        if (got < order.AtLeast)
        {
            held[account + order.Pays] += order.Amount;
            return 0;
        }
        reserveIn += order.Amount;
        reserveOut -= got;
        held[account + order.Gets] += got;
        swaps++;
        return got;
    }

    private void Endow(int account, Dice dice)
    {
        held[account] = FirstTao;
        for (var position = 1; position <= Positions; position++)
            (poolOf[account + position], held[account + position]) = ((byte)dice.Below(Pools), FirstAlpha);
    }

    private void Grow()
    {
        Array.Resize(ref orders, 2 * orders.Length);
        Array.Resize(ref lots, orders.Length);
        Array.Resize(ref fills, orders.Length);
    }
}
