using Dtao.Agents.Conversation;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Settling;

/// <summary>What a block's intents leave for clock, forum, and those who hear of their own orders. They are done with it before the next block closes, so the lists are used again.</summary>
internal sealed class Tidings
{
    public List<WakeRequest> Requests { get; } = [];

    public List<SeatPost> Posts { get; } = [];

    public List<int> Filled { get; } = [];

    public List<int> Paid { get; } = [];

    public List<NetUid> Epochs { get; } = [];

    public bool NewSubnet { get; set; }

    public List<int> Hearers { get; } = [];

    public List<Outcome> Outcomes { get; } = [];

    public void Tell(int seat, Outcome outcome)
    {
        Hearers.Add(seat);
        Outcomes.Add(outcome);
    }

    public void Clear()
    {
        Requests.Clear();
        Posts.Clear();
        Filled.Clear();
        Paid.Clear();
        Epochs.Clear();
        Hearers.Clear();
        Outcomes.Clear();
        NewSubnet = false;
    }
}
