namespace Dtao.Protocol.Consensus;

/// <summary>What a validator gives one uid, as the chain stores it: a weight over 65535 of its largest, or a bond over 65535 of the column's largest.</summary>
public readonly record struct Link(ushort Uid, ushort Value);
