using System.Runtime.CompilerServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission;

/// <summary>
/// How one block's alpha emission of a subnet is divided. The three parts are floored on their own, as on the chain;
/// what the floors leave (at most 2 rao) is <see cref="Remainder"/>, which nobody on the chain owns and which here goes to dust.
/// </summary>
/// <param name="OwnerCut">To the subnet owner at the next epoch.</param>
/// <param name="RootAlpha">Root's part, sold into the pool at once.</param>
/// <param name="Pending">To miners and validators at the next epoch.</param>
/// <param name="Remainder">Emission − the three parts.</param>
/// <remarks>subtensor v2.0.1 <c>coinbase/run_coinbase.rs</c>, steps 5 and 6.</remarks>
public readonly record struct EmissionSplit(Alpha OwnerCut, Alpha RootAlpha, Alpha Pending, Alpha Remainder)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EmissionSplit Of(ulong alphaEmissionRao, I96F32 ownerCut, I96F32 rootProportion)
    {
        var whole = I96F32.FromInteger(alphaEmissionRao);
        var cut = whole * ownerCut;
        var rest = whole - cut;
        var root = (rootProportion * rest).Half();
        var (owner, sold, pending) = (cut.Floor(), root.Floor(), (rest - root).Floor());
        return new EmissionSplit(new(owner), new(sold), new(pending), new(alphaEmissionRao - owner - sold - pending));
    }
}
