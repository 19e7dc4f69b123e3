using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Benchmarks;

/// <summary>What an agent of "dtao-min" holds, read off the market when it looks.</summary>
internal sealed class MinimalHoldings(MinimalMarket market, int agent) : IHoldings
{
    public ImmutableArray<Holding> All => [.. Enumerable.Range(0, MinimalMarket.Positions).Select(place => this[place])];

    public Holding this[int place]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)MinimalMarket.Positions);
            var position = place + 1;
            return new(new NetUid((ushort)(market.PoolOf(agent, position) + 1)), new AccountId(position), new Alpha(market.Free(agent, position)));
        }
    }
}
