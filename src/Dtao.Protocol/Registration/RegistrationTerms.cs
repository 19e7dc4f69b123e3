using System.Runtime.CompilerServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Registration;

/// <summary>On what terms a subnet takes neurons just now: the price of a place, and how many have come.</summary>
/// <remarks>An interval is counted from the subnet's registration; the chain's first one ends in the block after it.</remarks>
public sealed class RegistrationTerms
{
    /// <summary>What a place costs.</summary>
    public Tao Burn { get; internal set; }

    public ushort ThisBlock { get; internal set; }

    public ushort ThisInterval { get; internal set; }

    public Block AdjustedAt { get; internal set; }

    internal void Count(RegistrationRules rules)
    {
        ThisBlock++;
        ThisInterval++;
        if (rules.Decay is not null) Burn = rules.Bounded(BurnDecay.Bumped(Burn, rules.BurnMultiplier));
    }

    /// <summary>Opens a block: nobody has come in it, and the price moves when an interval is over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Open(Block block, RegistrationRules rules)
    {
        ThisBlock = 0;
        if (rules.Decay is { } decay) Fall(decay, rules);
        else if (block - AdjustedAt >= rules.AdjustmentBlocks) Adjust(block, rules);
    }

    private void Fall(BurnDecay decay, RegistrationRules rules)
    {
        Burn = rules.Bounded(decay.After(Burn));
        ThisInterval = 0; // nobody counts them any more
    }

    private void Adjust(Block block, RegistrationRules rules)
    {
        Burn = BurnPrice.After(Burn, ThisInterval, rules);
        ThisInterval = 0;
        AdjustedAt = block;
    }
}
