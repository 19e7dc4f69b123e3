using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What of a subnet's quote does not move in every block: one object for all quotes in a row of which it holds. Immutable.</summary>
internal sealed record SubnetFacts
{
    /// <summary>What a quote tells of which nothing was said.</summary>
    public static SubnetFacts None { get; } = new();

    public AccountId Owner { get; init; }

    public Block RegisteredAt { get; init; }

    public Alpha Staked { get; init; }

    public Alpha LastDividends { get; init; }

    public Tao LastRootDividends { get; init; }

    public ushort TempoBlocks { get; init; }

    public Tao RegistrationCost { get; init; }

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

    public int Neurons { get; init; }

    /// <param name="before">What was last said of the subnet; it is said again as long as it is true.</param>
    public static SubnetFacts Of(Subnet subnet, SubnetFacts? before) => before is not null && before.HoldFor(subnet) ? before : new()
    {
        Owner = subnet.Owner,
        RegisteredAt = subnet.RegisteredAt,
        Staked = subnet.Stakes.Total,
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
        Neurons = subnet.NeuronSpan.Length,
    };

    /// <summary>What is likeliest to have moved comes first. Flows are compared bit by bit, so that no sign of a zero is lost.</summary>
    private bool HoldFor(Subnet subnet) =>
        Staked.Rao == subnet.Stakes.Total.Rao
        && ChainBuy.Rao == subnet.ChainBuy.Rao
        && RegistrationCost.Rao == subnet.Terms.Burn.Rao
        && LastDividends.Rao == subnet.LastDividends.Rao
        && LastRootDividends.Rao == subnet.LastRootDividends.Rao
        && ProtocolAlpha.Rao == subnet.ProtocolAlpha.Rao
        && IsSame(ProtocolFlow, subnet.ProtocolFlow)
        && UserFlow.HasValue == subnet.UserFlow.HasValue
        && IsSame(UserFlow.GetValueOrDefault(), subnet.UserFlow.GetValueOrDefault())
        && IsSame(MinerBurned, subnet.MinerBurned)
        && Neurons == subnet.NeuronSpan.Length
        && Usefulness.Rao == subnet.Usefulness.Rao
        && Voted.Rao == subnet.Voted.Rao
        && Owner.Index == subnet.Owner.Index
        && Ask.HasValue == subnet.Ask.HasValue
        && Ask.GetValueOrDefault().Rao == subnet.Ask.GetValueOrDefault().Rao
        && StartedAt.HasValue == subnet.StartedAt.HasValue
        && StartedAt.GetValueOrDefault().Height == subnet.StartedAt.GetValueOrDefault().Height
        && RegisteredAt.Height == subnet.RegisteredAt.Height
        && TempoBlocks == subnet.TempoBlocks
        && IsWithoutPool != subnet.IsDynamic;

    private static bool IsSame(double a, double b) => BitConverter.DoubleToUInt64Bits(a) == BitConverter.DoubleToUInt64Bits(b);
}
