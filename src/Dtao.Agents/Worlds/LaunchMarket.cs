using Dtao.Agents.Census;
using Dtao.Agents.Configuration;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Worlds;

/// <summary>The first block of dTAO: equal dust pools, nothing staked outside root, moving prices in the proportions of the last root vote.</summary>
/// <remarks>subtensor v2.0.1 <c>migrations/migrate_rao.rs</c>; the cross-section follows record.md section 2.</remarks>
internal sealed class LaunchMarket(LaunchGenesis launch, Population people, Genesis genesis, ulong seed)
{
    public void Open()
    {
        var registrations = new Registrations(people, genesis, launch.ValidatorsPerSubnet, launch.Root.LentToFirst, seed);
        var movingPrices = MovingPrices();
        for (var place = 0; place < launch.Subnets; place++)
        {
            var netuid = new NetUid((ushort)(place + 1));
            var owner = registrations.OwnerOf(place);
            genesis.Open(netuid, owner, new Pool(launch.PoolTao, launch.PoolAlpha), I96F32.FromDouble(movingPrices[place]));
            genesis.Register(netuid, owner);
            registrations.Open(netuid, place, launch.Subnets);
        }
        RootStakes.Open(launch.Root.Total, people, genesis);
        Elsewhere.Open(launch.Issuance, "genesis.launch.issuance", genesis);
    }

    /// <summary>Evenly spaced quantiles of a log-normal, dealt out to the subnets by the seed: every seed has the same cross-section.</summary>
    private double[] MovingPrices()
    {
        var weights = new double[launch.Subnets];
        for (var rank = 0; rank < weights.Length; rank++)
            weights[rank] = Reproducible.Exp(launch.MovingPriceSpread * NormalQuantile.At((rank + 0.5) / weights.Length));
        var sum = weights.Sum();
        Dice.For(seed, 0, 0, Purpose.Named("moving-prices")).Shuffle(weights.AsSpan());
        return Array.ConvertAll(weights, weight => launch.MovingPriceSum * weight / sum);
    }
}
