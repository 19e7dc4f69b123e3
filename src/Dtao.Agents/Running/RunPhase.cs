namespace Dtao.Agents.Running;

/// <summary>What the lane of a run does at a moment.</summary>
public enum RunPhase
{
    /// <summary>Carries messages from actor to actor.</summary>
    Messages,

    /// <summary>Finds out who is due, and takes down when they want to be woken next.</summary>
    Waking,

    /// <summary>Makes the view of the market that wakers see.</summary>
    Views,

    /// <summary>Makes the statements of what wakers own.</summary>
    Statements,

    /// <summary>Lets strategies decide.</summary>
    Strategies,

    /// <summary>Takes posts to those who listen.</summary>
    Talk,

    /// <summary>The chain's own step, epochs among it.</summary>
    ChainStep,

    /// <summary>Settles orders by lot.</summary>
    Settling,

    /// <summary>Closes the block: every law, and the hash of the state.</summary>
    Laws,

    /// <summary>Numbers events, and hands them to the recorder's thread.</summary>
    Recording,
}
