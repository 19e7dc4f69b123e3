using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What of a subnet's quote does not move in every block: one object for all quotes in a row of which it holds. Immutable.</summary>
internal sealed record SubnetFacts
{
    /// <summary>What a quote tells of which nothing was said.</summary>
    public static SubnetFacts None { get; } = new();

    public Tao RegistrationCost { get; init; }

    public AccountId Owner { get; init; }

    public Block RegisteredAt { get; init; }

    public Alpha LastDividends { get; init; }

    public Tao LastRootDividends { get; init; }

    public ushort TempoBlocks { get; init; }

    public Tao? Ask { get; init; }

    public Block? StartedAt { get; init; }

    public Tao ChainBuy { get; init; }

    public Alpha ProtocolAlpha { get; init; }

    public double? UserFlow { get; init; }

    public double ProtocolFlow { get; init; }

    public double MinerBurned { get; init; }

    public Tao Usefulness { get; init; }

    public Tao Voted { get; init; }

    public bool IsWithoutPool { get; init; }

    public bool LimitsAreSpot { get; init; }

    public int Neurons { get; init; }

    public static SubnetFacts Of(Subnet subnet) => new()
    {
        Owner = subnet.Owner,
        RegisteredAt = subnet.RegisteredAt,
        LastDividends = subnet.LastDividends,
        LastRootDividends = subnet.LastRootDividends,
        TempoBlocks = subnet.TempoBlocks,
        RegistrationCost = subnet.Terms.Burn,
        Ask = subnet.Ask,
        StartedAt = subnet.StartedAt,
        ChainBuy = subnet.ChainBuy,
        ProtocolAlpha = subnet.ProtocolAlpha,
        UserFlow = subnet.UserFlow,
        ProtocolFlow = subnet.ProtocolFlow,
        MinerBurned = subnet.MinerBurned,
        Usefulness = subnet.Usefulness,
        Voted = subnet.Voted,
        IsWithoutPool = !subnet.IsDynamic,
        LimitsAreSpot = subnet.Curve is Balancer,
        Neurons = subnet.NeuronSpan.Length,
    };

    /// <summary>Whether the one that the subnet does not keep itself is still so; what it keeps takes these facts away when it is written.</summary>
    public bool AgreeWith(Subnet subnet) => RegistrationCost.Rao == subnet.Terms.Burn.Rao;
}
