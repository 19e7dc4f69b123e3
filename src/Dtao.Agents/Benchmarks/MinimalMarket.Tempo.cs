namespace Dtao.Agents.Benchmarks;

public sealed partial class MinimalMarket
{
    private const ulong TaoPerTempo = TempoBlocks * Coin, AlphaPerTempo = TempoBlocks * Coin;

    /// <summary>Alpha issued to a pool's holders and not yet paid: what rounding down left.</summary>
    private readonly ulong[] unpaid = new ulong[Pools];

    /// <summary>Injects TAO into every pool pro rata to its price, and pays every holder of alpha pro rata to what he holds.</summary>
    /// <exception cref="InvalidOperationException">Orders wait for settlement.</exception>
    public void TempoStep()
    {
        if (pending > 0) throw new InvalidOperationException("A tempo is stepped between blocks, not while orders wait.");
        Inject();
        Pay();
    }

    private void Inject()
    {
        var prices = 0.0;
        for (var pool = 0; pool < Pools; pool++) prices += ReadPrice(pool);
        for (var pool = 0; pool < Pools; pool++)
        {
            var tao = (ulong)(TaoPerTempo * (ReadPrice(pool) / prices));
            reserves[2 * pool] += tao;
            taoIssued += tao;
        }
    }

    private void Pay()
    {
        var outside = Outside();
        Span<ulong> rates = stackalloc ulong[Pools];
        for (var pool = 0; pool < Pools; pool++) rates[pool] = Issue(pool, outside[pool]);
        for (var account = 0; account < held.Length; account += Holdings)
            for (var position = account + 1; position < account + Holdings; position++)
            {
                var paid = Math.BigMul(held[position], rates[poolOf[position]], out _);
                held[position] += paid;
                unpaid[poolOf[position]] -= paid;
                payments++;
            }
    }

    /// <summary>Issues a pool's alpha for a tempo.</summary>
    /// <returns>Alpha for each alpha held, times 2⁶⁴; nothing, until the next tempo, where less is held than is to be paid.</returns>
    private ulong Issue(int pool, ulong outside)
    {
        unpaid[pool] += AlphaPerTempo;
        alphaIssued[pool] += AlphaPerTempo;
        return unpaid[pool] < outside ? (ulong)(((UInt128)unpaid[pool] << 64) / outside) : 0;
    }
}
