using Dtao.Agents.Configuration;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;

namespace Dtao.Sweeps.Searching;

/// <summary>The configurations of a plan's candidates, each read once before anything is run, so that none is found wrong halfway.</summary>
public sealed class CandidateConfigs
{
    private readonly StrategyCatalogue strategies;
    private readonly Dictionary<int, string> of = [];

    private CandidateConfigs(StrategyCatalogue strategies) => this.strategies = strategies;

    /// <summary>What is wrong with the first candidate that is, or what to beware of with the first of all.</summary>
    public DiagnosticBag Diagnostics { get; private set; } = new();

    public static CandidateConfigs Of(SearchPlan plan, StrategyCatalogue strategies)
    {
        var configs = new CandidateConfigs(strategies);
        var scored = $"{string.Join(' ', plan.Seeds)} by {string.Join(' ', plan.Targets)} of {File.ReadAllText(plan.Record)}{string.Concat(strategies.Outside.Select(outside => $" with {outside.Sha256}"))}";
        foreach (var candidate in plan.Tried)
        {
            var config = LoadedConfig.Load(InputOf(candidate), strategies);
            if (config.HasErrors ? !configs.Diagnostics.HasErrors : configs.of.Count == 0) configs.Diagnostics = InFile(config.Diagnostics, plan);
            configs.of[candidate.Number] = StableHash.Of($"{config.Hash} under {scored}").ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
        }
        return configs;
    }

    private static DiagnosticBag InFile(DiagnosticBag told, SearchPlan plan) => told.IsFull ? told : new DiagnosticBag(told.ToImmutable().Select(each => plan.Places.InFile(each) ?? each));

    /// <summary>What a candidate's score is of: a hash over its configuration, seeds and targets.</summary>
    public string Of(Candidate candidate) => of[candidate.Number];

    public LoadedConfig Load(Candidate candidate, ulong seed) => LoadedConfig.Load(InputOf(candidate, FormattableString.Invariant($"run.seed={seed}")), strategies);

    private static ConfigInput InputOf(Candidate candidate, params string[] more) => ConfigInput.Of(candidate.Plan.Base, [.. candidate.Settings, .. more]);
}
