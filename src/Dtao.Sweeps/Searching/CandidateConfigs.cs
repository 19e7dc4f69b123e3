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

    /// <summary>What is wrong with the first candidate that is; null where all are well.</summary>
    public DiagnosticBag? Wrong { get; private set; }

    public static CandidateConfigs Of(SearchPlan plan, StrategyCatalogue strategies)
    {
        var configs = new CandidateConfigs(strategies);
        var scored = $"{string.Join(' ', plan.Seeds)} by {string.Join(' ', plan.Targets)} of {File.ReadAllText(plan.Record)}{string.Concat(strategies.Outside.Select(outside => $" with {outside.Sha256}"))}";
        foreach (var candidate in plan.Tried)
        {
            var config = LoadedConfig.Load(InputOf(candidate), strategies);
            if (config.HasErrors) configs.Wrong ??= config.Diagnostics.IsFull ? config.Diagnostics : new DiagnosticBag(config.Diagnostics.ToImmutable().Select(each => plan.Places.InFile(each) ?? each));
            configs.of[candidate.Number] = StableHash.Of($"{config.Hash} under {scored}").ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
        }
        return configs;
    }

    /// <summary>What a candidate's score is of: a hash over its configuration, seeds and targets.</summary>
    public string Of(Candidate candidate) => of[candidate.Number];

    public LoadedConfig Load(Candidate candidate, ulong seed) => LoadedConfig.Load(InputOf(candidate, FormattableString.Invariant($"run.seed={seed}")), strategies);

    private static ConfigInput InputOf(Candidate candidate, params string[] more) => ConfigInput.Of(candidate.Plan.Base, [.. candidate.Settings, .. more]);
}
