using Dtao.Protocol.Units;

namespace Dtao.Agents.Configuration;

/// <summary>How the chain stands when the run begins.</summary>
public abstract record GenesisSection
{
    /// <summary>The block before the run's first one.</summary>
    public required Block FirstBlock { get; init; }

    public required RootSection Root { get; init; }

    /// <summary>Validators registered on each subnet.</summary>
    public required int ValidatorsPerSubnet { get; init; }
}

/// <param name="Total">TAO on root; a snapshot brings its own.</param>
/// <param name="Shares">Of the largest validators, the largest first; what is left of 1 is spread over the others.</param>
/// <param name="LentToFirst">Share of root's voting weight on every subnet that the first commands with the child keys that the others lend it; 0 lends nothing.</param>
public sealed record RootSection(Tao Total, IReadOnlyList<double> Shares, double LentToFirst);

/// <summary>The day dTAO went live: dust pools, and moving prices seeded by the last root vote.</summary>
public sealed record LaunchGenesis : GenesisSection
{
    public required int Subnets { get; init; }

    public required Tao PoolTao { get; init; }

    public required Alpha PoolAlpha { get; init; }

    /// <summary>Standard deviation of the logarithm of the seeded moving prices.</summary>
    public required double MovingPriceSpread { get; init; }

    /// <summary>Sum of the seeded moving prices, TAO per alpha.</summary>
    public required double MovingPriceSum { get; init; }

    /// <summary>TAO in existence.</summary>
    public required Tao Issuance { get; init; }
}

/// <summary>The chain as an earlier run left it.</summary>
/// <param name="From">Run and block, as the configuration names them.</param>
/// <param name="WrittenAt">Where it names them, for whoever finds out that there is no such thing.</param>
public sealed record SavedGenesis(SavedPoint From, string WrittenAt) : GenesisSection;

/// <summary>The chain as a CSV file of all subnets tells it, or as an earlier run left it; who holds the alpha is drawn.</summary>
public sealed record SnapshotGenesis : GenesisSection
{
    /// <summary>As the configuration names it; empty where an earlier run's ledger is meant.</summary>
    public required string Path { get; init; }

    /// <summary>The earlier run's ledger; null where a file is meant.</summary>
    public SavedGenesis? Ledger { get; init; }

    /// <summary>Share of each subnet's alpha that its owner holds.</summary>
    public required double OwnerShare { get; init; }

    /// <summary>Share of each subnet's alpha that the run's speculators hold.</summary>
    public required double SpeculatorShare { get; init; }

    /// <summary>How many speculators hold a subnet's alpha.</summary>
    public required int HoldersPerSubnet { get; init; }

    /// <summary>Pareto exponent of their holdings.</summary>
    public required double HolderTail { get; init; }

    /// <summary>TAO in existence; none where there is no more than pools, root and agents have.</summary>
    public required Tao Issuance { get; init; }
}
