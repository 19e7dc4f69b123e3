using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Strategies.Sensing;

/// <summary>What a statement holds of one subnet after another, in one walk.</summary>
public ref struct HoldingsByNetuid(Statement own)
{
    private readonly ReadOnlySpan<Holding> holdings = own.Holdings.AsSpan();
    private int next;

    /// <summary>Goes to the next subnet on which anything is held, root among them.</summary>
    /// <returns>False at the end.</returns>
    public bool Next(out NetUid netuid, out Alpha held)
    {
        netuid = next < holdings.Length ? holdings[next].Netuid : default;
        var found = next < holdings.Length;
        held = found ? On(netuid) : Alpha.Zero;
        return found;
    }

    /// <summary>Alpha with all hotkeys together.</summary>
    private Alpha On(NetUid netuid)
    {
        var sum = Alpha.Zero;
        for (; next < holdings.Length && holdings[next].Netuid == netuid; next++) sum += holdings[next].Amount;
        return sum;
    }
}
