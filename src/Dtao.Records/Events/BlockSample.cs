using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Records.Events;

/// <summary>The economy at the close of a sampled block.</summary>
/// <param name="Free">TAO that is not staked, of all accounts together.</param>
/// <param name="Dust">TAO that floors left to nobody.</param>
public sealed record BlockSample(MarketView Market, Tao Free, Tao Dust)
{
    public static BlockSample Of(LedgerState state) => new(MarketView.Of(state), state.TotalFree, state.Dust);
}
