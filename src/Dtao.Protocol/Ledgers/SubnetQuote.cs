using System.Diagnostics.CodeAnalysis;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>One subnet as a chain user sees it at the close of a block.</summary>
/// <remarks>What moves in every block lies in the quote itself, the rest in one object for all quotes of which it holds: who looks at all subnets reads a third of what there is.</remarks>
public readonly record struct SubnetQuote
{
    private readonly SubnetFacts? facts;

    public required NetUid Netuid { get; init; }

    public required AccountId Owner { get => Facts.Owner; init => facts = Facts with { Owner = value }; }

    public required Block RegisteredAt { get => Facts.RegisteredAt; init => facts = Facts with { RegisteredAt = value }; }

    public required Tao TaoReserve { get; init; }

    public required Alpha AlphaReserve { get; init; }

    public required Alpha AlphaOut { get; init; }

    /// <summary>Alpha staked with all hotkeys together.</summary>
    public required Alpha Staked { get; init; }

    /// <summary>Spot, TAO per alpha.</summary>
    public required double Price { get; init; }

    /// <summary>TAO per alpha.</summary>
    public required double MovingPrice { get; init; }

    /// <summary>TAO injected in the last block.</summary>
    public required Tao TaoEmission { get; init; }

    /// <summary>Alpha paid to stakers at the last epoch, one tempo's worth.</summary>
    public required Alpha LastDividends { get => Facts.LastDividends; init => facts = Facts with { LastDividends = value }; }

    /// <summary>TAO paid to root stake at the last epoch.</summary>
    public required Tao LastRootDividends { get => Facts.LastRootDividends; init => facts = Facts with { LastRootDividends = value }; }

    public required ushort TempoBlocks { get => Facts.TempoBlocks; init => facts = Facts with { TempoBlocks = value }; }

    /// <summary>Whether the injection cap bound in the last block.</summary>
    public required bool CapBinds { get; init; }

    /// <summary>TAO injected beyond what the alpha injected with it was worth, since the cap has bound.</summary>
    public Tao CapBeyond { get; init; }

    /// <summary>What a place as a neuron costs.</summary>
    public Tao RegistrationCost { get => Facts.RegistrationCost; init => facts = Facts with { RegistrationCost = value }; }

    /// <summary>For how much its owner would sell the subnet; null for not at all.</summary>
    public Tao? Ask { get => Facts.Ask; init => facts = Facts with { Ask = value }; }

    /// <summary>From when on it may emit; null where its owner has yet to start it.</summary>
    public Block? StartedAt { get => Facts.StartedAt; init => facts = Facts with { StartedAt = value }; }

    /// <summary>TAO with which the chain bought alpha in the last block; it is part of the emission.</summary>
    public Tao ChainBuy { get => Facts.ChainBuy; init => facts = Facts with { ChainBuy = value }; }

    /// <summary>Alpha that the chain has bought and holds.</summary>
    public Alpha ProtocolAlpha { get => Facts.ProtocolAlpha; init => facts = Facts with { ProtocolAlpha = value }; }

    /// <summary>Moving average of the TAO that people put into the pool less what they took out, rao a block; null while no rule reads flows.</summary>
    public double? UserFlow { get => Facts.UserFlow; init => facts = Facts with { UserFlow = value }; }

    /// <summary>The same for the chain, rao a block.</summary>
    public double ProtocolFlow { get => Facts.ProtocolFlow; init => facts = Facts with { ProtocolFlow = value }; }

    /// <summary>Share of the last epoch's incentive that was the owner's and not paid, 0 to 1.</summary>
    public double MinerBurned { get => Facts.MinerBurned; init => facts = Facts with { MinerBurned = value }; }

    /// <summary>What its work is worth to others, TAO a day, by the oracle's last word.</summary>
    public Tao Usefulness { get => Facts.Usefulness; init => facts = Facts with { Usefulness = value }; }

    /// <summary>What root's last epoch gave it of a block's emission.</summary>
    public Tao Voted { get => Facts.Voted; init => facts = Facts with { Voted = value }; }

    /// <summary>Whether it has no pool: there is no alpha to trade, and it pays in TAO.</summary>
    public bool IsWithoutPool { get => Facts.IsWithoutPool; init => facts = Facts with { IsWithoutPool = value }; }

    /// <summary>Whether an order's limit bounds the spot price that it leaves, as in a weighted pool, and not the average price that it gets, as at launch.</summary>
    public bool LimitsAreSpot { get => Facts.LimitsAreSpot; init => facts = Facts with { LimitsAreSpot = value }; }

    /// <summary>What a unit of its pay is worth, TAO: the price, or 1 where it pays in TAO.</summary>
    public double PayPrice => IsWithoutPool ? 1 : Price;

    /// <summary>Places that are taken.</summary>
    public int Neurons { get => Facts.Neurons; init => facts = Facts with { Neurons = value }; }

    private SubnetFacts Facts => facts ?? SubnetFacts.None;

    /// <summary>Spot, TAO per alpha; 0 for a pool without alpha.</summary>
    public static double PriceOf(Markets.Pool pool) => pool.AlphaReserve.IsZero ? 0
        : pool.Weight.IsHalf ? pool.TaoReserve.Rao / (double)pool.AlphaReserve.Rao
        : pool.TaoReserve.Rao / (double)pool.AlphaReserve.Rao * pool.Weight.BaseE18 / pool.Weight.QuoteE18;

    public static SubnetQuote Of(Subnet subnet) => new(subnet);

    [SetsRequiredMembers]
    private SubnetQuote(Subnet subnet)
    {
        facts = subnet.Facts;
        Netuid = subnet.Netuid;
        TaoReserve = subnet.Pool.TaoReserve;
        AlphaReserve = subnet.Pool.AlphaReserve;
        AlphaOut = subnet.AlphaOut;
        Staked = subnet.Stakes.Total;
        Price = PriceOf(subnet.Pool);
        MovingPrice = subnet.MovingPrice.ToDouble();
        TaoEmission = subnet.TaoEmission;
        CapBinds = subnet.CapBoundBlocks > 0;
        CapBeyond = subnet.CapBeyond;
    }
}
