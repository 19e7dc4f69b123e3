using System.CommandLine;
using Dtao.Agents.Configuration;
using Dtao.Agents.Settling;
using Dtao.Agents.Worlds;
using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Catalogue;

namespace Dtao.Cli;

/// <summary>What runs are put together from: what this program has, unless a test gives its own.</summary>
public sealed record RunParts
{
    /// <summary>What cohorts can name.</summary>
    public StrategyCatalogue Strategies { get => field ??= StrategyCatalogue.BuiltIn(); init; }

    /// <summary>The economy that a run's ledger serves.</summary>
    public Func<Ledger, IEconomy> Economy { get; init; } = ledger => new ChainEconomy(ledger);

    /// <summary>With what <c>--strategies</c> names.</summary>
    /// <exception cref="StrategyAssemblyRefused">It names something that cannot be used.</exception>
    internal RunParts With(ParseResult parsed) => With(parsed.GetValue(CommonOptions.Strategies) ?? []);

    /// <inheritdoc cref="With(ParseResult)"/>
    internal RunParts With(IEnumerable<string> assemblies) => this with { Strategies = assemblies.Aggregate(Strategies, (catalogue, path) => catalogue.With(path)) };

    /// <exception cref="WorldImpossible">The configuration describes none.</exception>
    /// <param name="runs">The folder below which earlier runs lie.</param>
    internal World World(LoadedConfig config, string runs)
    {
        var world = WorldBuilder.Build(config.Config, config.Config.Run.Seed, File.OpenText, new SavedRuns(runs, Strategies));
        return world with { Economy = Economy(world.Ledger) };
    }
}
