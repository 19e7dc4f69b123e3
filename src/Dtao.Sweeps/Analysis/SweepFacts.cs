namespace Dtao.Sweeps.Analysis;

/// <summary>What a sweep says of itself, from its table <c>meta</c>.</summary>
/// <param name="Runs">How many are planned.</param>
/// <param name="IsPaired">Whether a replicate has the same seed at every point.</param>
/// <param name="Design">grid, random, lhs, sobol, morris or saltelli.</param>
/// <param name="DesignSize">Points; of Morris walks, of Saltelli base samples; 0 of a grid.</param>
public sealed record SweepFacts(
    string Name, string Question, string Base, string Version, string Commit, string PlanHash, int Runs, int Replicates, ulong Seed, bool IsPaired, string Design, int DesignSize);
