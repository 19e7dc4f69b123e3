using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// What a subnet's epoch leaves to the next so that it need not be worked out again: weights and bonds as rows, and where the medians were. It is held against
/// the neurons before it is used, so that an epoch comes out the same with this memory, with another's and with none.
/// </summary>
public sealed class EpochMemory
{
    internal ValidatorRows Rows { get; } = new();

    /// <summary>Each column's median at the last epoch, which is mostly still it.</summary>
    internal I32F32[] Consensus { get; set; } = [];
}
