using Dtao.Protocol.Units;

namespace Dtao.Protocol.RootNetwork;

/// <summary>How root validators vote, how their old mechanism pays, and how it ends. Values and sources stand in <c>config/protocol/</c>.</summary>
public sealed record RootNetworkRules
{
    /// <summary>Root validators at most.</summary>
    public required int Seats { get; init; }

    /// <summary>Blocks between root's epochs less one.</summary>
    public required ushort TempoBlocks { get; init; }

    /// <summary>Steepness of consensus in trust.</summary>
    public required int Rho { get; init; }

    /// <summary>Trust at which consensus is one half, over 65535.</summary>
    public required ushort KappaU16 { get; init; }

    /// <summary>A root validator may vote so many blocks after it last did, or took its seat.</summary>
    public required long WeightsRateLimitBlocks { get; init; }

    /// <summary>Blocks less one in which each hotkey's pay is paid out once.</summary>
    public required long HotkeyTempoBlocks { get; init; }

    /// <summary>TAO of a subnet's pool where it goes over to dTAO, if its owner has locked as much, rao; above 0.</summary>
    public required ulong PoolTaoRao { get; init; }

    /// <summary>Alpha beside so much TAO, rao.</summary>
    public required ulong PoolAlphaRao { get; init; }

    public Tao PoolTao => new(PoolTaoRao);
}
