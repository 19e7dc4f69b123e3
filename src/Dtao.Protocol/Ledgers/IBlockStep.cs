namespace Dtao.Protocol.Ledgers;

/// <summary>What the chain itself does at the start of a block, before anybody's commands.</summary>
internal interface IBlockStep
{
    /// <summary>Emission of the last block, rao; 0 before the first.</summary>
    ulong LastEmissionRao { get; set; }

    /// <summary>Does it, and tells of what is worth telling.</summary>
    void Run(List<LedgerEvent> events);
}
