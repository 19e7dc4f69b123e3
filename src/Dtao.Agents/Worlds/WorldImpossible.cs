namespace Dtao.Agents.Worlds;

/// <summary>A configuration that reads well and still describes no world. The message says what to change.</summary>
public sealed class WorldImpossible(string message) : Exception(message);
