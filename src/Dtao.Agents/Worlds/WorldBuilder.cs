using Dtao.Agents.Census;
using Dtao.Agents.Configuration;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Ledgers;

namespace Dtao.Agents.Worlds;

/// <summary>Makes a world of a configuration and a seed.</summary>
public static class WorldBuilder
{
    /// <param name="openSnapshot">Opens the snapshot file that the configuration names.</param>
    /// <exception cref="WorldImpossible">The parts do not fit together, or the snapshot cannot be read.</exception>
    public static World Build(RunConfig config, ulong seed, Func<string, TextReader> openSnapshot)
    {
        var genesis = new Genesis(config.Genesis.FirstBlock, config.Protocol);
        var people = new Population(config, seed, genesis);
        switch (config.Genesis)
        {
            case LaunchGenesis launch: new LaunchMarket(launch, people, genesis, seed).Open(); break;
            case SnapshotGenesis snapshot: new SnapshotMarket(snapshot, people, genesis, seed).Open(SnapshotFile.Read(snapshot.Path, openSnapshot)); break;
            default: throw new System.Diagnostics.UnreachableException($"No genesis {config.Genesis}.");
        }
        var ledger = genesis.Build(new PriceShares(), new YumaConsensus());
        var talkers = config.Cohorts.Where(c => c.Talks).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return new World(config, seed, ledger, people.Seats, config.Forum.Graph.Listeners(people.Seats, seat => talkers.Contains(seat.Id.Cohort), seed));
    }
}
