using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Strategies.Sensing;

/// <summary>What share of miners' pay each subnet's code gives to its owner, by what was published last: who publishes what holding is paid has written the code anew.</summary>
public sealed class MinerBurns
{
    private readonly BySubnet<double> shares = new(0);
    private bool isAny;

    /// <summary>0 to 1; 0 where nothing was said.</summary>
    public double this[NetUid netuid] => shares.Of(netuid);

    /// <summary>Takes in a post on either topic; others are none of its business.</summary>
    public void Hear(in Heard post)
    {
        if (!double.IsFinite(post.Value)) return;
        if (post.Topic == Topic.Burn) (shares[post.Netuid], isAny) = (Math.Clamp(post.Value, 0, 1), true);
        if (post.Topic == Topic.PayForHolding && isAny) shares[post.Netuid] = 0;
    }

    /// <summary>Takes in a feed. As long as nobody burns it does not look at what else is published.</summary>
    public void Hear(Feed feed)
    {
        if (!feed.Tells(Topic.Burn) && !(isAny && feed.Tells(Topic.PayForHolding))) return;
        foreach (var post in feed.Posts) Hear(post);
    }
}
