using System.Reflection;

namespace Dtao.Strategies.Catalogue;

/// <summary>Every class with a <see cref="StrategyAttribute"/>, by name. User text only ever picks from this list; it never names a type.</summary>
public sealed class StrategyCatalogue
{
    private readonly SortedDictionary<string, StrategyEntry> byName = new(StringComparer.Ordinal);

    private StrategyCatalogue(StrategyCatalogue known, StrategyAssembly outside)
    {
        byName = new SortedDictionary<string, StrategyEntry>(known.byName, StringComparer.Ordinal);
        Outside = [.. known.Outside, outside];
    }

    private StrategyCatalogue(IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsDefined(typeof(StrategyAttribute), inherit: false)))
        {
            var entry = StrategyEntry.Of(type);
            if (!byName.TryAdd(entry.Name, entry)) throw new InvalidOperationException($"Two strategies are named {entry.Name}: {byName[entry.Name].Type} and {type}.");
        }
    }

    /// <summary>Where the strategies come from that are not this project's own.</summary>
    public IReadOnlyList<StrategyAssembly> Outside { get; } = [];

    public IReadOnlyCollection<StrategyEntry> Entries => byName.Values;

    public static StrategyCatalogue Of(params IEnumerable<Assembly> assemblies) => new(assemblies);

    /// <summary>The strategies of this project.</summary>
    public static StrategyCatalogue BuiltIn() => Of(typeof(StrategyCatalogue).Assembly);

    /// <summary>With the strategies of an assembly from outside.</summary>
    /// <exception cref="StrategyAssemblyRefused">It cannot be loaded, or has a name that is taken.</exception>
    public StrategyCatalogue With(string path)
    {
        var outside = StrategyAssembly.Load(path);
        var catalogue = new StrategyCatalogue(this, outside);
        foreach (var entry in outside.Strategies)
            if (!catalogue.byName.TryAdd(entry.Name, entry))
                throw new StrategyAssemblyRefused(path, $"has {entry.Type}, named {entry.Name} as {catalogue.byName[entry.Name].Type} is: give it another name");
        return catalogue;
    }

    public StrategyEntry? Find(string name) => byName.GetValueOrDefault(name);
}
