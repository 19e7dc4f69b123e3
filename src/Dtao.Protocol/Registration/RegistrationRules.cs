using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Registration;

/// <summary>What it takes to register a neuron on a subnet. Values and sources stand in <c>config/protocol/</c>.</summary>
public sealed record RegistrationRules
{
    /// <summary>Places of a subnet.</summary>
    public required int MaxNeurons { get; init; }

    /// <summary>A neuron younger than this is pruned only where all others are too, blocks.</summary>
    public required long ImmunityBlocks { get; init; }

    /// <summary>The price of a place is adjusted this often, blocks.</summary>
    public required long AdjustmentBlocks { get; init; }

    /// <summary>Registrations an interval at which the price holds; three times as many are let in.</summary>
    public required ushort TargetPerInterval { get; init; }

    /// <summary>What the price keeps of itself at an adjustment, over 2⁶⁴ − 1.</summary>
    public required ulong AdjustmentAlphaU64 { get; init; }

    public required ushort MaxPerBlock { get; init; }

    /// <summary>Price of a place on a new subnet, rao.</summary>
    public required ulong InitialBurnRao { get; init; }

    /// <summary>The least that a place costs after an adjustment, rao.</summary>
    public required ulong MinimumBurnRao { get; init; }

    /// <summary>The most that a place costs after an adjustment, rao.</summary>
    public required ulong MaximumBurnRao { get; init; }

    /// <summary>The later way: in so many blocks the price of a place halves, and there are no intervals; 0 is the way of launch.</summary>
    public required long BurnHalfLifeBlocks { get; init; }

    /// <summary>By what a registration multiplies the price, in the later way.</summary>
    public required double BurnMultiplier { get; init; }

    /// <summary>What a block leaves of the price; null in the way of launch.</summary>
    [JsonIgnore]
    public BurnDecay? Decay
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // Every subnet asks in every block.
        get => BurnHalfLifeBlocks == 0 ? null : field ??= BurnDecay.WithHalfLife(BurnHalfLifeBlocks);
    }

    public Tao Bounded(Tao burn) => new(Math.Clamp(burn.Rao, MinimumBurnRao, Math.Max(MinimumBurnRao, MaximumBurnRao)));

    public int MaxPerInterval => 3 * TargetPerInterval;
}
