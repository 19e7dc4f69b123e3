using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Strategies.Sensing;

/// <summary>What miners are paid for work on a subnet. Pay that goes to nobody who works there buys nothing.</summary>
public sealed class PaidEffort
{
    private readonly BySubnet<SeenWork?> work = new(null);

    public void Hear(Heard post) => SeenWork.Hear(work, post);

    /// <summary>Pay of the last epoch times the quality of the work that it went to, TAO a day.</summary>
    public double PerDay(Metagraph page, in SubnetQuote quote)
    {
        if (work[page.Netuid] is not { } seen) return 0;
        return seen.PaidOn(page) * page.Incentive.Tokens * quote.PayPrice * Block.PerDay / (quote.TempoBlocks + 1);
    }
}
