using Dtao.Agents.Census;
using Dtao.Agents.Configuration;
using Dtao.Agents.Graphs;
using Dtao.Agents.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Saving;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Worlds;

/// <summary>Makes a world of a configuration and a seed.</summary>
public static class WorldBuilder
{
    /// <param name="openSnapshot">Opens the snapshot file that the configuration names.</param>
    /// <exception cref="WorldImpossible">The parts do not fit together, or the snapshot cannot be read.</exception>
    /// <param name="saved">Where the earlier run lies that the configuration names; null where there can be none.</param>
    public static World Build(RunConfig config, ulong seed, Func<string, TextReader> openSnapshot, SavedRuns? saved = null)
    {
        var (ledger, seats) = Settle(config, seed, openSnapshot, saved);
        var talkers = config.Cohorts.Where(c => c.Talks).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var ties = config.Forum.Graph.Listeners(seats, seat => talkers.Contains(seat.Id.Cohort), seed);
        var reach = config.Cohorts.ToDictionary(c => c.Name, c => c.Reach, StringComparer.Ordinal);
        return new World(config, seed, ledger, seats, Followers.Join(ties, seats, seat => reach[seat.Id.Cohort], seed));
    }

    /// <summary>Amounts that the laws do not allow are the configuration's fault here, not the program's.</summary>
    private static (Ledger Ledger, IReadOnlyList<Seat> Seats) Settle(RunConfig config, ulong seed, Func<string, TextReader> openSnapshot, SavedRuns? saved)
    {
        try
        {
            if (config.Genesis is SavedGenesis earlier) return Continue(config, seed, earlier, saved);
            var genesis = new Genesis(config.Genesis.FirstBlock, config.Protocol);
            var people = new Population(config, seed, genesis);
            switch (config.Genesis)
            {
                case LaunchGenesis launch: new LaunchMarket(launch, people, genesis, seed).Open(); break;
                case SnapshotGenesis snapshot: new SnapshotMarket(snapshot, people, genesis, seed).Open(Rows(snapshot, config.Protocol, openSnapshot, saved)); break;
                default: throw new System.Diagnostics.UnreachableException($"No genesis {config.Genesis}.");
            }
            Appoint(people, genesis);
            return (genesis.Build(), people.Seats);
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

    /// <summary>The first oracle's word counts on the chain; an earlier run's oracle takes no part in this one.</summary>
    private static void Appoint(Population people, Genesis genesis)
    {
        if (people.Of(Role.Oracle).FirstOrDefault() is { } oracle) genesis.SetOracle(oracle.Account);
    }

    private static (Ledger Ledger, IReadOnlyList<Seat> Seats) Continue(RunConfig config, ulong seed, SavedGenesis earlier, SavedRuns? saved)
    {
        var genesis = Read(earlier, config.Protocol, saved);
        var issued = genesis.Issued;
        var accounts = new TakenAccounts(genesis, Population.CountOf(Role.Foundation, config, seed));
        var people = new Population(config, seed, accounts);
        new SavedMarket(people, genesis, accounts, config.Protocol).Open();
        Appoint(people, genesis);
        if (genesis.Issued != issued) throw new InvariantBroken($"{issued} were saved, {genesis.Issued} are there now.");
        return (genesis.Build(), people.Seats);
    }

    private static IReadOnlyList<SnapshotRow> Rows(SnapshotGenesis snapshot, ProtocolRules rules, Func<string, TextReader> openSnapshot, SavedRuns? saved) =>
        snapshot.Ledger is { } earlier ? SnapshotRow.Of(Read(earlier, rules, saved).State) : SnapshotFile.Read(snapshot.Path, openSnapshot);

    private static Genesis Read(SavedGenesis earlier, ProtocolRules rules, SavedRuns? saved)
    {
        using var stream = (saved ?? throw SavedRuns.Wrong(earlier, "no earlier run can be had here")).Open(earlier, rules);
        try
        {
            var genesis = Genesis.From(stream, rules);
            return genesis.State.Block == earlier.FirstBlock ? genesis : throw SavedRuns.Wrong(earlier, $"its file is of block {genesis.State.Block}");
        }
        catch (SavedLedgerRefused refused)
        {
            throw SavedRuns.Wrong(earlier, $"its file cannot be read: {refused.Message.TrimEnd('.')}");
        }
    }
}
