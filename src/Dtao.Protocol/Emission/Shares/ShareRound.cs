using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission.Shares;

/// <summary>One block's TAO to be shared out.</summary>
/// <param name="emission">Rao.</param>
/// <param name="subnets">What a rule may look at, a subnet each.</param>
/// <param name="held">A number for each subnet that the rule may keep from block to block; 0 at first. It is saved with the ledger.</param>
public readonly ref struct ShareRound(I96F32 emission, Block block, ReadOnlySpan<ShareInput> subnets, Span<double> held)
{
    public I96F32 Emission { get; } = emission;

    public Block Block { get; } = block;

    public ReadOnlySpan<ShareInput> Subnets { get; } = subnets;

    public Span<double> Held { get; } = held;
}
