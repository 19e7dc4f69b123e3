using Dtao.Hocon;
using Dtao.Strategies.Catalogue;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Workers;

namespace Dtao.Sweeps.Tests.Plans;

public sealed class Sweeps_that_are_shipped
{
    public static TheoryData<string> Names { get; } = [.. new[] { "sweeps", "experiments" }.SelectMany(folder => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "config", folder), "*.conf"))
        .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ask_a_question_and_have_a_configuration_that_can_be_run_at_every_point(string name)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SweepFile.Read(SweepFile.Find(name), diagnostics);
        Assert.Empty(diagnostics.ToImmutable());
        Assert.EndsWith("?", plan.Question, StringComparison.Ordinal);
        Assert.Empty(PlanConfigs.Of(plan, plan.Points, StrategyCatalogue.BuiltIn()).Diagnostics.ToImmutable());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void draw_diagrams_of_what_they_vary_and_measure(string name)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SweepFile.Read(SweepFile.Find(name), diagnostics);
        var tree = ConfigLoader.Load(new DiskConfigSource(Path.GetDirectoryName(SweepFile.Find(name))!), [ConfigLayer.File(name + ".conf")], diagnostics);
        var events = plan.Metrics.Metrics.Where(metric => metric.IsEvent).Select(metric => metric.Name).ToArray();
        foreach (var diagram in DiagramChoice.Read(new ConfigReader(tree.Root, diagnostics)))
        {
            Assert.All([diagram.X, diagram.Y], path => Assert.Contains(path, plan.Factors.Select(factor => factor.Path)));
            Assert.All([diagram.Event, .. diagram.Beside], shown => Assert.Contains(shown, events));
        }
    }
}
