using Dtao.Agents.Census;
using Dtao.Agents.Configuration;
using Dtao.Agents.Graphs;
using Dtao.Agents.Running;
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
        var (ledger, seats) = Settle(config, seed, openSnapshot);
        var talkers = config.Cohorts.Where(c => c.Talks).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var ties = config.Forum.Graph.Listeners(seats, seat => talkers.Contains(seat.Id.Cohort), seed);
        var reach = config.Cohorts.ToDictionary(c => c.Name, c => c.Reach, StringComparer.Ordinal);
        return new World(config, seed, ledger, seats, Followers.Join(ties, seats, seat => reach[seat.Id.Cohort], seed));
    }

    /// <summary>Amounts that the laws do not allow are the configuration's fault here, not the program's.</summary>
    private static (Ledger Ledger, IReadOnlyList<Seat> Seats) Settle(RunConfig config, ulong seed, Func<string, TextReader> openSnapshot)
    {
        try
        {
            var genesis = new Genesis(config.Genesis.FirstBlock, config.Protocol);
            var people = new Population(config, seed, genesis);
            switch (config.Genesis)
            {
                case LaunchGenesis launch: new LaunchMarket(launch, people, genesis, seed).Open(); break;
                case SnapshotGenesis snapshot: new SnapshotMarket(snapshot, people, genesis, seed).Open(SnapshotFile.Read(snapshot.Path, openSnapshot)); break;
                default: throw new System.Diagnostics.UnreachableException($"No genesis {config.Genesis}.");
            }
            return (genesis.Build(new PriceShares(), new YumaConsensus()), people.Seats);
        }
        catch (InvariantBroken broken)
        {
            throw new WorldImpossible($"The world breaks a law before its first block: {broken.Message} Compare protocol.total-supply with what pools, root and cohorts have together.");
        }
        catch (OverflowException)
        {
            throw new WorldImpossible("Pools, root and cohorts have more TAO than can be counted (18 billion): make cohorts poorer or smaller.");
        }
    }
}
