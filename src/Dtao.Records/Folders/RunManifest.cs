using Dtao.Protocol.Units;

namespace Dtao.Records.Folders;

/// <summary>What a run is: with the same identity, the same history.</summary>
/// <param name="ConfigHash">Of the effective config.</param>
/// <param name="Runtime">.NET version and machine kind.</param>
public sealed record RunIdentity(string Name, string Version, string Commit, string ConfigHash, ulong Seed, string Runtime)
{
    /// <summary>Assemblies from outside that the run's strategies were found in.</summary>
    public IReadOnlyList<StrategyFile> Strategies { get; init; } = [];
}

/// <param name="Name">Without the folder.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record StrategyFile(string Name, string Sha256);

/// <summary>How much of everything there was.</summary>
/// <param name="Trades">Orders filled, in whole or in part; a move counts once.</param>
/// <param name="LogLines">Lines in the CLEF log.</param>
public sealed record RunCounts(long Blocks, long Events, long Trades, long Refusals, long Postings, long Faults, long LogLines);

/// <summary>How far a run came.</summary>
/// <param name="HashHead">Head of the state-hash chain after <paramref name="LastBlock"/>; empty while unknown.</param>
/// <param name="Issued">TAO in existence at the end.</param>
public sealed record RunProgress(Block FirstBlock, Block LastBlock, string HashHead, Tao Issued, RunCounts Counts);

/// <summary>When it was run by the clock on the wall; no part of what was run.</summary>
public sealed record WallTimes(DateTimeOffset Started, DateTimeOffset Ended);

/// <summary>The head of a run's record. Written at the start, so that a partial run too says what it is, and again at the end.</summary>
public sealed record RunManifest(RunIdentity Identity, RunProgress Progress, WallTimes? Wall);
