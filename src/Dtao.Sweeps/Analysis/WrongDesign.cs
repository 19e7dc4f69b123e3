namespace Dtao.Sweeps.Analysis;

/// <summary>A question that this sweep's points cannot answer, be there ever so many of them.</summary>
public sealed class WrongDesign(string message) : Exception(message);
