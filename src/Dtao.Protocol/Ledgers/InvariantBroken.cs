namespace Dtao.Protocol.Ledgers;

/// <summary>A law of the economy does not hold: the run must stop, since everything after it would be wrong.</summary>
public sealed class InvariantBroken(string message) : Exception(message);
