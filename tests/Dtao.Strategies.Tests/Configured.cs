using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Strategies.Tests;

/// <summary>Strategies as a run would make them: the documented defaults, and what a test sets on top.</summary>
internal static class Configured
{
    public static StrategyCatalogue Catalogue { get; } = StrategyCatalogue.BuiltIn();

    /// <param name="settings">As in a cohort's knobs: <c>threshold = 5%</c>.</param>
    public static T Strategy<T>(params string[] settings)
        where T : IStrategy => (T)Strategy(Catalogue.Entries.Single(entry => entry.Type == typeof(T)), settings);

    public static IStrategy Strategy(StrategyEntry entry, params string[] settings)
    {
        var diagnostics = new DiagnosticBag();
        var layers = settings.Select(setting => ConfigLayer.Setting($"strategies.{entry.Name}.{setting}")).Prepend(ConfigLayer.File("strategies.conf"));
        var knobs = Section(layers, diagnostics, "strategies", entry.Name);
        var strategy = entry.Create([.. entry.Knobs.Select(knob => Default(knobs, knob))]);
        knobs.Done();
        diagnostics.ToImmutable().ShouldBeEmpty();
        return strategy;
    }

    public static ConfigReader Section(IEnumerable<ConfigLayer> layers, DiagnosticBag diagnostics, params string[] path)
    {
        var tree = ConfigLoader.Load(new DiskConfigSource(Path.Combine(AppContext.BaseDirectory, "config")), layers, diagnostics);
        return path.Aggregate(new ConfigReader(tree.Root, diagnostics), (section, key) => section.Section(key));
    }

    public static Unit UnitOf(Knob knob) => Enum.Parse<Unit>(knob.About.Unit.ToString());

    private static double Default(ConfigReader knobs, Knob knob)
    {
        var spec = knobs.Draw(knob.Key, UnitOf(knob));
        spec.Kind.ShouldBe(DrawKind.Constant);
        spec.First.ShouldBeInRange(knob.About.AtLeast, knob.About.AtMost);
        return spec.First;
    }
}
