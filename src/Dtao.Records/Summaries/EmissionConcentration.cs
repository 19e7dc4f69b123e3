using Dtao.Protocol.Ledgers;
using Dtao.Records.Statistics;

namespace Dtao.Records.Summaries;

/// <summary>How unequally the last block's TAO was injected into subnets.</summary>
/// <param name="TopTenShare">Fraction of it that the ten largest took.</param>
public sealed record EmissionConcentration(int Subnets, double TopTenShare, double Hhi, double Gini)
{
    public static EmissionConcentration Of(MarketView market)
    {
        var emission = market.Quotes.Select(quote => quote.TaoEmission.Tokens).ToArray();
        return new EmissionConcentration(emission.Length, TopShare.Of(emission, 10), Statistics.Hhi.Of(emission), Statistics.Gini.Of(emission));
    }
}
