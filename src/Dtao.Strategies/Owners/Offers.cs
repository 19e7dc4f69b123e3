using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>How owners word what they want for their subnets.</summary>
public static class Offers
{
    /// <summary>Puts every subnet of its own for sale that is not, at one price.</summary>
    /// <param name="ask">TAO; 0 keeps them.</param>
    public static IEnumerable<LedgerCommand> Missing(Sight sight, double ask)
    {
        if (ask <= 0) yield break;
        foreach (var quote in sight.Quotes)
            if (quote.Owner == sight.Own.Account && quote.Ask is null)
                yield return new OfferSubnet(sight.Own.Account, quote.Netuid, Tao.Of((decimal)ask));
    }
}
