using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission.Shares;

/// <summary>What a share rule may look at for one subnet.</summary>
/// <param name="MovingPrice">m before this block's update, TAO per alpha; 1 for a stable subnet.</param>
/// <param name="MayEmit">Registration is open, the owner has started it, and nobody has switched it off.</param>
public readonly record struct ShareInput(I96F32 MovingPrice, bool MayEmit)
{
    /// <summary>It would emit, had root not switched it off: it gets nothing, and counts where all are counted.</summary>
    public bool IsSwitchedOff { get; init; }

    /// <summary>Whether it counts where all are counted.</summary>
    public bool IsListed => MayEmit || IsSwitchedOff;

    /// <summary>Moving average of the TAO that people put into its pool less what they took out, rao a block.</summary>
    public double UserFlow { get; init; }

    /// <summary>The same for what the chain put in and took out, rao a block.</summary>
    public double ProtocolFlow { get; init; }

    /// <summary>Share of the last epoch's miner incentive that was burned because it was the owner's, 0 to 1.</summary>
    public double MinerBurned { get; init; }

    /// <summary>What root's last epoch gave it of a block's emission, rao of TAO.</summary>
    public ulong Voted { get; init; }

    /// <summary>What its work is worth to others by the oracle's last word, rao of TAO a day.</summary>
    public double Usefulness { get; init; }
}
