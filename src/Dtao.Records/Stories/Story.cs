using System.Collections.Immutable;
using Dtao.Protocol.Units;

namespace Dtao.Records.Stories;

/// <summary>What became of the subnet that was taken over, read from a run's record. What the run did not live to see is null.</summary>
/// <param name="Purchase">Null where an owner changed what its own subnet pays for.</param>
/// <param name="Answer">What the foundation said; null where it said nothing.</param>
/// <param name="Kappa">Share of the stake weight that sets a consensus; null where the run does not say.</param>
/// <param name="Places">Accounts that took a place there from the takeover to the peak, by strategy, and what they paid for it.</param>
/// <param name="Buying">Net buying from the takeover to the peak.</param>
/// <param name="Selling">Net buying from the peak to the low of the day after it.</param>
/// <param name="Gains">From the takeover to the end: TAO taken out less TAO put in, and alpha still held at the last price.</param>
public sealed record Story(
    int Netuid, Purchase? Purchase, Promise Takeover, Flows Places, Flows Buying, Peak Peak, Promise? Answer, double? Kappa, ImmutableArray<Change> Fall,
    Change? LargestStep, Flows Selling, Change? Rebound, Flows Gains)
{
    /// <summary>Who bought most till the peak.</summary>
    public ImmutableArray<AgentTrades> Buyers { get; init; } = [];

    /// <summary>Who sold first after the turn: what the foundation said, or the peak where it said nothing.</summary>
    public ImmutableArray<AgentTrades> FirstSellers { get; init; } = [];

    /// <summary>Who sold most from the turn to the low.</summary>
    public ImmutableArray<AgentTrades> Sellers { get; init; } = [];

    /// <summary>Sales by agents whose last news of the subnet was what the foundation said; null where there are none.</summary>
    public Upon? SoldUpon { get; init; }

    /// <summary>Who could set the consensus alone when the subnet began to pay for holding; null where nobody could, or the record does not say.</summary>
    public Capture? Power { get; init; }

    /// <summary>The first epoch after the foundation spoke in which most of miners' pay went to others than before; null where none was, or the record does not say.</summary>
    public Capture? Turn { get; init; }

    /// <summary>Whether the record says who had most to say in each epoch.</summary>
    public bool KnowsPower { get; init; }
}

/// <param name="Text">The event in its own words.</param>
/// <param name="Day">Since the first block.</param>
/// <param name="Price">TAO per alpha.</param>
/// <param name="Rank">By price, 1 the dearest.</param>
public sealed record Purchase(string Text, double Day, double? Price, int Rank, int Subnets, Backing Backing);

/// <summary>What somebody posted that the subnet pays for.</summary>
/// <param name="Pays">How much of a miner's pay goes by it, 0 to 1.</param>
/// <param name="StakeShare">Share of the subnet's stake weight that the poster says it has; null where it says none.</param>
/// <param name="PaidNext">Alpha that the next epoch paid to miners; null where none came.</param>
public sealed record Promise(string By, double Day, double Pays, double? StakeShare, double? PaidNext, Backing Backing);

/// <param name="Multiple">Over the lowest price of the four days before.</param>
/// <param name="PriceShare">Of the sum of all prices.</param>
/// <param name="EmissionShare">Of the TAO injected in the block of the last sample.</param>
public sealed record Peak(double Day, double? Price, double? Multiple, int Rank, int Subnets, double? PriceShare, double? EmissionShare, Backing Backing);

/// <summary>A change of price, as a fraction.</summary>
public sealed record Change(string Within, double? Return, Backing Backing);

/// <summary>Who moved how much TAO, the largest sum first.</summary>
public sealed record Flows(ImmutableArray<StrategyFlow> Strategies, Backing Backing);

/// <param name="Accounts">Those who put in more than they took out, where all of the strategy together did; otherwise those who took out more.</param>
/// <param name="Tao">Signed.</param>
public sealed record StrategyFlow(string Strategy, int Accounts, double Tao);

/// <param name="Tao">Paid or received, all together.</param>
/// <param name="Block">Of the first trade.</param>
/// <param name="Id">Of the trade that is meant: the first, or the largest.</param>
public sealed record AgentTrades(string Name, string Strategy, double Tao, Block Block, string Id);

public sealed record Upon(int Sales, double Tao, Backing Backing);

/// <param name="By">The validator with the most active stake.</param>
/// <param name="Share">Of the active stake, 0 to 1.</param>
/// <param name="Moved">Share of miners' pay that went to others than in the epoch before, 0 to 1.</param>
public sealed record Capture(double Day, string By, double Share, double Moved, Backing Backing);
