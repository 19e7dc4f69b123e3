namespace Dtao.Agents.Settling;

/// <summary>In which order a block's intents settle.</summary>
public enum SettlementOrder
{
    /// <summary>By a number drawn for each agent and block: fair and reproducible.</summary>
    Lot,

    /// <summary>By seat: who sits first always comes first, as one who is always faster.</summary>
    Fifo,
}
