using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Running;

/// <summary>Who an agent is, whatever else takes part in the run: its cohort and its number there.</summary>
public readonly record struct AgentId(string Cohort, int Index)
{
    /// <summary>What all its randomness is drawn from.</summary>
    public ulong Key => StableHash.Combine(StableHash.Of(Cohort), (ulong)Index);

    public override string ToString() => FormattableString.Invariant($"{Cohort}-{Index}");
}

/// <summary>An agent's place in one run.</summary>
/// <param name="Index">Its number among all agents.</param>
/// <param name="Account">Its key pair on the ledger.</param>
/// <param name="Delegate">The validator with which it stakes.</param>
/// <param name="FirstWake">Blocks after genesis until it is first woken, at least 1.</param>
public sealed record Seat(int Index, AgentId Id, Role Role, string StrategyName, IStrategy Strategy, AccountId Account, AccountId Delegate, long FirstWake)
{
    /// <summary>What all its randomness is drawn from.</summary>
    public ulong Key { get; init; } = Id.Key;

    /// <summary>What a subnet that it owns is for.</summary>
    public SubnetKind Kind { get; init; } = SubnetKind.Work;

    public string Name { get; } = Id.ToString();
}
