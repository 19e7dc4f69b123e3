using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Agents.Settling;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Worlds;

/// <summary>A run ready to begin: the ledger at genesis, who takes part, and who hears whom.</summary>
public sealed record World(RunConfig Config, ulong Seed, Ledger Ledger, IReadOnlyList<Seat> Seats, IReadOnlyList<int[]> Listeners)
{
    /// <summary>What the ledger actor serves: the ledger itself, unless somebody puts another economy round it.</summary>
    public IEconomy Economy { get => field ??= new ChainEconomy(Ledger); init; }

    public Block Genesis => Config.Genesis.FirstBlock;

    public Block LastBlock => Genesis + Config.Run.DurationBlocks;
}
