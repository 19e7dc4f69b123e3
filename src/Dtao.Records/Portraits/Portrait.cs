using System.Collections.Immutable;

namespace Dtao.Records.Portraits;

/// <summary>One agent's part in a run: what moved it, what it decided, what was filled, what it gained.</summary>
/// <param name="StartTao">Liquidation value before the first block; NaN where it is not known.</param>
/// <param name="EndTao">At the end; NaN of a run that has not ended.</param>
/// <param name="FreeTao">What of the end's liquidation value is in no position; NaN where that is not known.</param>
/// <param name="BroughtIn">TAO from outside.</param>
/// <param name="PaidOutside">TAO.</param>
/// <param name="Prompts">What its orders followed, as far as the record says: the last that it had learnt of the subnet.</param>
/// <param name="Orders">How many of each kind it gave, and what became of them.</param>
/// <param name="Positions">By subnet, root included.</param>
public sealed record Portrait(
    string Name, int Account, string Cohort, string Role, string Strategy, double StartTao, double EndTao, double FreeTao, double BroughtIn, double PaidOutside,
    ImmutableArray<Prompt> Prompts, ImmutableArray<OrderCount> Orders, ImmutableArray<PostCount> Posts, ImmutableArray<Position> Positions, ImmutableArray<Moment> Moments)
{
    /// <summary>What it has and what it paid outside, over what it began with and what it brought in, less 1; NaN where that is nothing or not known.</summary>
    public double Return => StartTao + BroughtIn > 0 ? (EndTao + PaidOutside) / (StartTao + BroughtIn) - 1 : double.NaN;

    /// <summary>TAO.</summary>
    public double Realised => Positions.Sum(position => position.Realised);
}

/// <param name="By">Who posted it, or which epoch it was.</param>
public sealed record Prompt(string What, string By, int Orders);

public sealed record OrderCount(string Kind, string Became, int Count);

/// <param name="Last">The value it posted last; NaN where it was none.</param>
public sealed record PostCount(string Topic, int Count, double Last);

/// <summary>Something it did or that was done for it.</summary>
/// <param name="Tao">0 where none moved.</param>
public sealed record Moment(long Block, double Day, string Id, string What, int Netuid, double Tao, double Alpha, string? Prompt);
