namespace Dtao.Records.Tests.Detectors;

/// <summary>An event that a generator put into a series.</summary>
/// <param name="IsNear">Whether it was drawn so small or so short that it may count as nothing.</param>
internal sealed record Injected(string Kind, long From, long To, bool IsNear);
