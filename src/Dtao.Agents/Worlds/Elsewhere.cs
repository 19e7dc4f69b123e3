using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Worlds;

/// <summary>What exists and is neither in a pool, nor on root, nor with an agent lies elsewhere: on exchanges and in other wallets.</summary>
internal static class Elsewhere
{
    /// <param name="issuance">TAO in existence.</param>
    /// <param name="key">Where the configuration says so.</param>
    /// <exception cref="WorldImpossible">More is known of than exists.</exception>
    public static void Open(Tao issuance, string key, Genesis genesis)
    {
        var known = genesis.Issued;
        if (known > issuance)
            throw new WorldImpossible($"The agents, the pools and root have {known} together, more than {key} = {issuance}: make cohorts poorer or smaller, or the issuance larger.");
        genesis.SetElsewhere(genesis.Open(issuance - known));
    }
}
