namespace Dtao.Protocol.Saving;

/// <summary>What was to be restored is no saved ledger, is of another format, or breaks off.</summary>
public sealed class SavedLedgerRefused(string message, Exception? inner = null) : Exception(message, inner);
