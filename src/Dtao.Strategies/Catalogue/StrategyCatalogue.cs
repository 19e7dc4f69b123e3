using System.Reflection;

namespace Dtao.Strategies.Catalogue;

/// <summary>Every class with a <see cref="StrategyAttribute"/>, by name. User text only ever picks from this list; it never names a type.</summary>
public sealed class StrategyCatalogue
{
    private readonly SortedDictionary<string, StrategyEntry> byName = new(StringComparer.Ordinal);

    private StrategyCatalogue(IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsDefined(typeof(StrategyAttribute), inherit: false)))
        {
            var entry = StrategyEntry.Of(type);
            if (!byName.TryAdd(entry.Name, entry)) throw new InvalidOperationException($"Two strategies are named {entry.Name}: {byName[entry.Name].Type} and {type}.");
        }
    }

    public IReadOnlyCollection<StrategyEntry> Entries => byName.Values;

    public static StrategyCatalogue Of(params IEnumerable<Assembly> assemblies) => new(assemblies);

    /// <summary>The strategies of this project.</summary>
    public static StrategyCatalogue BuiltIn() => Of(typeof(StrategyCatalogue).Assembly);

    public StrategyEntry? Find(string name) => byName.GetValueOrDefault(name);
}
