using System.Collections.Immutable;
using Akka.Actor;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Conversation;

/// <summary>Clock → ledger: opens a block in which <paramref name="Wakers"/> (seats) will be asked.</summary>
/// <param name="PricesWanted">Whether somebody waits for a price, so that the close should tell them.</param>
public sealed record OpenBlock(Block Block, ImmutableArray<int> Wakers, bool PricesWanted);

/// <summary>Ledger → forum: the market at the close of the block before, and what each waker owns, in the wakers' order.</summary>
public sealed record BlockOpened(Block Block, ImmutableArray<int> Wakers, MarketView Market, IStatements Statements);

/// <summary>What a block's wakers own, in their order, as long as nothing has moved in it.</summary>
public interface IStatements
{
    /// <summary>That of one waker, made when it looks.</summary>
    Statement this[int place] { get; }

    /// <summary>Has on its way what will be touched when as many wakers look at what they own.</summary>
    void Fetch(int first, int count);
}

/// <summary>Forum → clock: the same, with what each waker has heard.</summary>
/// <remarks>The list is good for this block only: one for all blocks, since for thousands of wakers it is so large that only a collection of all memory would take it away.</remarks>
public sealed record BlockReady(BlockOpened Opened, List<Feed> Feeds);

/// <summary>Clock → agent: the block's own snapshot, and where in its lists the agent stands. All wakes of a block share it.</summary>
public sealed record Wake(BlockReady Ready, int Place) : INotInfluenceReceiveTimeout
{
    public Block Block => Ready.Opened.Block;

    public MarketView Market => Ready.Opened.Market;

    /// <summary>Made at every look: look once.</summary>
    public Statement Own => Ready.Opened.Statements[Place];

    public Feed Heard => Ready.Feeds[Place];
}

/// <summary>Clock or ledger → itself: those who were told have worked; tell the next ones.</summary>
public sealed record NextGroup : INotInfluenceReceiveTimeout
{
    public static NextGroup Instance { get; } = new();
}

/// <summary>Agent → ledger: exactly one a wake, maybe empty. A fault is what its strategy threw.</summary>
public sealed record AgentIntent(int Seat, Intent Intent, Exception? Fault) : INotInfluenceReceiveTimeout
{
    /// <summary>What it took in of what it had heard; null where it did not look, or nobody had spoken.</summary>
    public Feed? Heard { get; init; }
}

/// <summary>Ledger → forum: the block is settled and checked.</summary>
/// <param name="Requests">Who asked to be woken, and when.</param>
/// <param name="Posts">In the order of settlement.</param>
/// <param name="Prices">By subnet, where they were wanted.</param>
/// <param name="Signals">What sleepers may have been waiting for.</param>
public sealed record BlockClosed(
    Block Block,
    IReadOnlyList<WakeRequest> Requests,
    IReadOnlyList<SeatPost> Posts,
    IReadOnlyList<SubnetPrice> Prices,
    BlockSignals Signals);

/// <summary>Forum → clock: the same, with those who have just heard something.</summary>
public sealed record BlockDone(BlockClosed Closed, ImmutableArray<Listener> Listeners);

/// <summary>Who has heard a post, and what it was about. A seat may stand in a list more than once.</summary>
public readonly record struct Listener(int Seat, Topic Topic);

public readonly record struct WakeRequest(int Seat, ImmutableArray<WakeCondition> Conditions, bool Silenced);

/// <param name="Link">What the record calls it; none where nobody keeps one.</param>
public readonly record struct SeatPost(int Seat, Post Post, CausalLink Link = default);

public readonly record struct SubnetPrice(NetUid Netuid, double Price);

/// <summary>What happened in a block that an agent may wait for. Seats may stand in a list twice.</summary>
public sealed record BlockSignals(IReadOnlyList<int> Filled, IReadOnlyList<int> Paid, IReadOnlyList<NetUid> Epochs, bool NewSubnet)
{
    public static BlockSignals Quiet { get; } = new([], [], [], NewSubnet: false);
}
