using Dtao.Protocol.Units;

namespace Dtao.Records.Events;

/// <summary>Who stands behind an account.</summary>
/// <param name="Name">Cohort and number, as in <c>herd-3</c>; unique in a run.</param>
public sealed record RunAgent(AccountId Account, string Name, string Cohort, string Role, string Strategy)
{
    /// <summary>What subnets are that it owns, as <c>ai</c> or <c>meme</c>; null for whoever is no owner.</summary>
    public string? Kind { get; init; }
}
