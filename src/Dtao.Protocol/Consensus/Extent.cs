namespace Dtao.Protocol.Consensus;

/// <summary>How large the numbers of a block are: lanes multiply what is below 1, and need not look where there is nothing.</summary>
internal enum Extent
{
    Nothing,
    BelowOne,
    UpToOne,
}
