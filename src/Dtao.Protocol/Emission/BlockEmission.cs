using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dtao.Protocol.Emission;

/// <summary>
/// The halving curve: emission E₀ ÷ 2ⁿ with n = ⌊log₂(1 ÷ (1 − I ÷ supply))⌋. One curve for TAO and for each subnet's alpha, each on its own issuance I.
/// </summary>
/// <param name="TotalSupplyRao">The cap; 21·10¹⁵ rao.</param>
/// <param name="DefaultEmissionRao">Emission a block before the first halving; 10⁹ rao.</param>
/// <remarks>subtensor <c>coinbase/block_emission.rs: get_block_emission_for_issuance</c>.</remarks>
public sealed record BlockEmission(ulong TotalSupplyRao, ulong DefaultEmissionRao)
{
    /// <summary>Emission of the next block in rao, 0 from the cap on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong For(ulong issuanceRao) =>
        issuanceRao >= TotalSupplyRao ? 0 : Halvings(issuanceRao) is var n and < 64 ? DefaultEmissionRao >> n : 0;

    /// <summary>The number of halvings passed: the largest n with (supply − I)·2ⁿ ≤ supply.</summary>
    /// <remarks>It is the difference of the logarithms, or one less: every subnet asks in every block, and a division would cost more.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Halvings(ulong issuanceRao)
    {
        var left = TotalSupplyRao - issuanceRao;
        var halvings = BitOperations.Log2(TotalSupplyRao) - BitOperations.Log2(left);
        return left <= TotalSupplyRao >> halvings ? halvings : halvings - 1;
    }
}
