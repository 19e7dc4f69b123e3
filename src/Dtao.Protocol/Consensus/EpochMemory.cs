namespace Dtao.Protocol.Consensus;

/// <summary>
/// What a subnet's epoch leaves to the next so that it need not be worked out again: weights and bonds as rows, and where the medians were. It is held against
/// the neurons before it is used, so that an epoch comes out the same with this memory, with another's and with none.
/// </summary>
public sealed class EpochMemory
{
    private EpochLists lists = new(0);

    internal ValidatorRows Rows { get; } = new();

    /// <summary>The lists of the last epoch, to be written over. Only <see cref="EpochLists.Consensus"/> is read before: each column's median, which is mostly still it.</summary>
    internal EpochLists ListsOf(int uids) => lists.Uids == uids ? lists : lists = new EpochLists(uids);
}
