using Dtao.Hocon;
using Dtao.Records.Events;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Configuration;

/// <summary>A group of agents with one strategy; every number of theirs may be drawn for each anew.</summary>
/// <param name="Count">How many agents; a draw is drawn once a run and rounded.</param>
/// <param name="Wealth">TAO at genesis, free and on root together.</param>
/// <param name="OnRoot">Share of the wealth that is staked on root.</param>
/// <param name="FirstWake">Blocks until an agent first wakes.</param>
/// <param name="Talks">Whether its agents stand in the social graph.</param>
/// <param name="Reach">Share of all agents who follow each of them, beside their ties in the social graph.</param>
/// <param name="Kind">What the subnets of its agents are for, where they own any.</param>
/// <param name="Knobs">In the order of the strategy's knobs.</param>
public sealed record CohortSection(
    string Name, StrategyEntry Strategy, DrawSpec Count, DrawSpec Wealth, DrawSpec OnRoot, DrawSpec FirstWake, bool Talks, double Reach, SubnetKind Kind, IReadOnlyList<DrawSpec> Knobs);
