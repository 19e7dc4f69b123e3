using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Benchmarks;

public sealed partial class MinimalMarket
{
    private readonly ulong[] _alphaIssued;
    private ulong _taoIssued;

    private ReadOnlySpan<MinimalOrder> Pending => _orders.AsSpan(0, _pending);

    /// <summary>Rao by which what is held differs from what was issued, over TAO and every alpha; 0 unless there is a bug.</summary>
    public ulong ConservationErrorRao()
    {
        var error = Distance(Tao(), _taoIssued);
        for (var pool = 0; pool < Pools; pool++) error += Distance(Alpha(pool), _alphaIssued[pool]);
        return error;
    }

    /// <summary>Hash of every reserve and holding.</summary>
    public ulong StateHash()
    {
        var hash = StableHash.Of("dtao-min");
        foreach (var reserve in _reserves) hash = StableHash.Combine(hash, reserve);
        foreach (var held in _held) hash = StableHash.Combine(hash, held);
        return hash;
    }

    private ulong Tao()
    {
        var held = 0ul;
        for (var pool = 0; pool < Pools; pool++) held += _reserves[2 * pool];
        for (var account = 0; account < _held.Length; account += Holdings) held += _held[account];
        foreach (var order in Pending) held += order.Pays == 0 ? order.Amount : 0;
        return held;
    }

    private ulong Alpha(int pool) => _reserves[2 * pool + 1] + _unpaid[pool] + Outside()[pool];

    /// <summary>Of each pool the alpha in positions and in escrow.</summary>
    private ulong[] Outside()
    {
        var held = new ulong[Pools];
        for (var account = 0; account < _held.Length; account += Holdings)
            for (var position = account + 1; position < account + Holdings; position++) held[_poolOf[position]] += _held[position];
        foreach (var order in Pending)
            if (order.Pays > 0) held[PoolOf(order.Agent, order.Pays)] += order.Amount;
        return held;
    }

    private static ulong Distance(ulong a, ulong b) => a > b ? a - b : b - a;
}
