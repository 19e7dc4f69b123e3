using System.Runtime.InteropServices;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Sensing;

/// <summary>What an agent believes of every subnet that it was told something about.</summary>
/// <param name="trust">How far one post moves a belief; 0 to 1.</param>
/// <param name="doubt">Stake weight round a majority within which a hearer is unsure of what it can do; above 0.</param>
/// <param name="revision">How far what one epoch paid moves a belief; 0 to 1.</param>
/// <param name="calm">Blocks after which the fear of others' sales has faded to 1/e.</param>
public sealed class PayBeliefs(double trust, double doubt, double revision, double calm)
{
    /// <summary>Of those few subnets of which it was told something, by netuid.</summary>
    private readonly List<(NetUid Netuid, PayBelief Belief)> beliefs = [];

    private long last;

    /// <summary>The sum of what it believed when it last listened: nothing else changes a belief.</summary>
    private double believed;

    /// <summary>Listens, and compares with what was paid since it last looked.</summary>
    /// <returns>By how much the most changed belief has changed, 0 to 1.</returns>
    public double Update(Sight sight)
    {
        var before = believed;
        Fade(sight.Now.Height - last);
        last = sight.Now.Height;
        foreach (var post in sight.Heard.Posts)
            if (post.Topic is Topic.PayForHolding or Topic.PayForSelling or Topic.StakeShare)
                MakeOn(post.Netuid).Hear(post, trust, doubt);
        believed = 0;
        foreach (var (netuid, belief) in beliefs)
        {
            if (sight.MetagraphOf(netuid) is { } subnet) belief.Compare(subnet, revision);
            believed += belief.Paid;
        }
        return Math.Abs(believed - before);
    }

    public PayBelief? On(NetUid netuid)
    {
        foreach (var (of, belief) in CollectionsMarshal.AsSpan(beliefs))
            if (of == netuid)
                return belief;
        return null;
    }

    /// <summary>The log price fall to be feared where others sell the alpha that they hold for its pay, along the pool's curve.</summary>
    /// <param name="others">Share of that alpha that it expects them to sell.</param>
    public double FearedFall(in SubnetQuote quote, double others)
    {
        if (On(quote.Netuid) is not { Fear: > 0 } belief || quote.AlphaReserve.IsZero) return 0;
        return 2 * Reproducible.Log(1 + others * belief.Fear * quote.Staked.Tokens / quote.AlphaReserve.Tokens);
    }

    private void Fade(long elapsed)
    {
        if (beliefs.Count == 0) return;
        var kept = Reproducible.Exp(-elapsed / calm);
        foreach (var (_, belief) in beliefs) belief.Fade(kept);
    }

    private PayBelief MakeOn(NetUid netuid)
    {
        if (On(netuid) is { } known) return known;
        var belief = new PayBelief();
        var before = beliefs.FindLastIndex(other => other.Netuid.Value < netuid.Value);
        beliefs.Insert(before + 1, (netuid, belief));
        return belief;
    }
}
