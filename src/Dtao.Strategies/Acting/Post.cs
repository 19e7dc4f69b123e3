using Dtao.Protocol.Units;

namespace Dtao.Strategies.Acting;

/// <summary>What a post is about. Facts only: nothing here names an event or tells the hearer what to do.</summary>
public enum Topic
{
    /// <summary>The poster's holding on the subnet as a share of its wealth, 0 to 1.</summary>
    Holding,

    /// <summary>The logarithm of the price change that the poster has seen.</summary>
    PriceChange,

    /// <summary>A share of the subnet's stake weight that the poster speaks of, 0 to 1.</summary>
    StakeShare,

    /// <summary>How much of a miner's pay goes by alpha held, 0 to 1.</summary>
    PayForHolding,

    /// <summary>How much of a miner's pay goes by alpha sold, 0 to 1.</summary>
    PayForSelling,

    /// <summary>The quality of a miner's work, 0 to 1, as anyone can see who asks it for an answer.</summary>
    Work,

    /// <summary>The logarithm of the change that something new makes to what a subnet is worth; on root, to what all of them are worth.</summary>
    News,

    /// <summary>What a subnet's business takes in outside, TAO a day.</summary>
    Revenue,

    /// <summary>What a subnet's work is worth to others, TAO a day.</summary>
    Output,

    /// <summary>What is spent on making a subnet known, TAO a day.</summary>
    Attention,

    /// <summary>The share of miners' pay that a subnet's code gives to its owner's own uid, 0 to 1.</summary>
    Burn,

    /// <summary>What a subnet's business spends on buying its own alpha, TAO a day.</summary>
    BuyBack,

    /// <summary>On root: how the world outside stands to coins, 1 in a bull market, −1 in a bear market.</summary>
    Regime,

    /// <summary>On root: what a hash earns against its average, above 0.</summary>
    HashPrice,
}

/// <summary>A fact that an agent makes known. Those who listen to it hear it one block later.</summary>
/// <param name="Of">Whom the fact is about, if it is about one account: a miner's work, say.</param>
public readonly record struct Post(NetUid Netuid, Topic Topic, double Value, AccountId? Of = null);
