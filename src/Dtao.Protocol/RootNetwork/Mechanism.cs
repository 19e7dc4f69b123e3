namespace Dtao.Protocol.RootNetwork;

/// <summary>Which of the chain's two economies is in force.</summary>
public enum Mechanism
{
    /// <summary>Dynamic TAO: each subnet has its own alpha and a pool for it.</summary>
    Dynamic,

    /// <summary>Before it: no alpha and no pools; root validators vote on emission, which is paid in TAO, and all stake is on root.</summary>
    RootVote,
}
