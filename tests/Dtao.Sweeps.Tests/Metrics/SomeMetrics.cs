using System.Collections.Immutable;
using Dtao.Hocon;
using Dtao.Sweeps.Metrics;

namespace Dtao.Sweeps.Tests.Metrics;

/// <summary>Metrics as a sweep file declares them.</summary>
internal static class SomeMetrics
{
    public static MetricSet Of(string text)
    {
        var (set, wrong) = Read(text);
        Assert.Empty(wrong.Select(diagnostic => $"{diagnostic.Message} {diagnostic.Remedy}"));
        return set;
    }

    public static (MetricSet Set, ImmutableArray<Diagnostic> Wrong) Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var tree = ConfigLoader.Load(MemoryConfigSource.Empty, [ConfigLayer.Text("sweep.conf", text)], diagnostics);
        var reader = new ConfigReader(tree.Root, diagnostics);
        var set = MetricSet.Read(reader);
        reader.Done();
        return (set, diagnostics.ToImmutable());
    }
}
