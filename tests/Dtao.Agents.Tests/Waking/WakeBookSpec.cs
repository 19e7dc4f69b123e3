using Dtao.Agents.Conversation;
using Dtao.Agents.Waking;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Tests.Waking;

/// <summary>A book for three sleepers, and what may happen while they sleep.</summary>
public abstract class WakeBookSpec
{
    protected const int Alice = 0, Bob = 1, Carol = 2;

    protected static readonly NetUid Apex = new(1), Targon = new(4);

    private readonly WakeBook book = new(3);

    protected bool WaitsForPrices => book.WaitsForPrices;

    protected void Given(int seat, long at, params WakeCondition[] conditions) => book.Take([new WakeRequest(seat, [.. conditions], Silenced: false)], new Block(at));

    protected void Silenced(int seat, long at) => book.Take([new WakeRequest(seat, [], Silenced: true)], new Block(at));

    /// <summary>Block <paramref name="at"/> closes with what happened in it.</summary>
    protected void Closes(long at, int[]? heard = null, int[]? filled = null, int[]? paid = null, NetUid[]? epochs = null, bool newSubnet = false, Topic about = Topic.Holding, params (NetUid Netuid, double Price)[] prices) =>
        book.Note(
            new BlockClosed(new Block(at), [], [], [.. prices.Select(p => new SubnetPrice(p.Netuid, p.Price))], new BlockSignals(filled ?? [], paid ?? [], epochs ?? [], newSubnet)),
            [.. (heard ?? []).Select(seat => new Listener(seat, about))]);

    protected IReadOnlyList<int> WokenAt(long block) => book.Wakers(new Block(block));

    /// <summary>At which blocks a seat is woken when nothing else happens.</summary>
    protected long[] BlocksThatWake(int seat, long from, long to) =>
        [.. Enumerable.Range((int)from, (int)(to - from + 1)).Select(block => (long)block).Where(block => WokenAt(block).Contains(seat))];
}
