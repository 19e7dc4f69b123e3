using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Strategies.Sensing;

/// <summary>What miners are paid for work on a subnet. Pay that goes to nobody who works there buys nothing.</summary>
public sealed class PaidEffort
{
    /// <summary>By subnet and account: quality of the work, 0 to 1.</summary>
    private readonly BySubnet<Dictionary<int, double>?> work = new(null);

    public void Hear(Heard post)
    {
        if (post is { Topic: Topic.Work, Of: { } miner } && double.IsFinite(post.Value)) (work[post.Netuid] ??= [])[miner.Index] = Math.Clamp(post.Value, 0, 1);
    }

    /// <summary>Pay of the last epoch times the quality of the work that it went to, TAO a day.</summary>
    public double PerDay(Metagraph page, in SubnetQuote quote)
    {
        if (work[page.Netuid] is not { } seen) return 0;
        var quality = 0.0;
        foreach (ref readonly var neuron in page.Neurons.AsSpan()) quality += neuron.IncentiveShare * seen.GetValueOrDefault(neuron.Hotkey.Index);
        return quality * page.Incentive.Tokens * quote.PayPrice * Block.PerDay / (quote.TempoBlocks + 1);
    }
}
