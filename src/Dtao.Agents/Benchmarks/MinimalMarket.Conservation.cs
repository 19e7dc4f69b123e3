using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Benchmarks;

public sealed partial class MinimalMarket
{
    private readonly ulong[] alphaIssued;
    private ulong taoIssued;

    private ReadOnlySpan<MinimalOrder> Pending => orders.AsSpan(0, pending);

    /// <summary>Rao by which what is held differs from what was issued, over TAO and every alpha; 0 unless there is a bug.</summary>
    public ulong ConservationErrorRao()
    {
        var error = Distance(Tao(), taoIssued);
        for (var pool = 0; pool < Pools; pool++) error += Distance(Alpha(pool), alphaIssued[pool]);
        return error;
    }

    /// <summary>Hash of every reserve and holding.</summary>
    public ulong StateHash()
    {
        var hash = StableHash.Of("dtao-min");
        foreach (var reserve in reserves) hash = StableHash.Combine(hash, reserve);
        foreach (var holding in held) hash = StableHash.Combine(hash, holding);
        return hash;
    }

    private ulong Tao()
    {
        var sum = 0ul;
        for (var pool = 0; pool < Pools; pool++) sum += reserves[2 * pool];
        for (var account = 0; account < held.Length; account += Holdings) sum += held[account];
        foreach (var order in Pending) sum += order.Pays == 0 ? order.Amount : 0;
        return sum;
    }

    private ulong Alpha(int pool) => reserves[2 * pool + 1] + unpaid[pool] + Outside()[pool];

    /// <summary>Of each pool the alpha in positions and in escrow.</summary>
    private ulong[] Outside()
    {
        var outside = new ulong[Pools];
        for (var account = 0; account < held.Length; account += Holdings)
            for (var position = account + 1; position < account + Holdings; position++) outside[poolOf[position]] += held[position];
        foreach (var order in Pending)
            if (order.Pays > 0) outside[PoolOf(order.Agent, order.Pays)] += order.Amount;
        return outside;
    }

    private static ulong Distance(ulong a, ulong b) => a > b ? a - b : b - a;
}
