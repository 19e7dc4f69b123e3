using Dtao.Hocon;

namespace Dtao.Sweeps.Metrics;

/// <summary>What is kept of the runs of a sweep that does not say: the market at the end, how it moved, what was detected, and of a takeover its rise and fall.</summary>
internal static class UsualMetrics
{
    private const string Written = """
        price-sum = { series = price-sum, take = final }
        subnets = { series = subnets, take = final }
        emission-top-10 = { series = emission-top-10, take = final }
        root-proportion = { series = root-proportion, take = final }
        turnover-1d = { series = turnover-1d, take = mean }
        capped-subnets = { measure = capped-subnets }
        top-10-holders = { measure = top-10-holders }
        volatility-1h = { figure = volatility-1h }
        drawdown = { figure = drawdown }
        pumps = { count = pump }
        crashes = { count = crash }
        pump-multiple = { measure = pump-multiple }
        worst-24h = { measure = worst-24h }
        """;

    public static MetricSet Read()
    {
        var diagnostics = new DiagnosticBag();
        var tree = ConfigLoader.Load(MemoryConfigSource.Empty, [ConfigLayer.Text("usual metrics", Written)], diagnostics);
        var reader = new ConfigReader(tree.Root, diagnostics);
        var metrics = new MetricsReader(reader).Read();
        reader.Done();
        if (diagnostics.HasErrors) throw new InvalidOperationException($"The usual metrics are wrong: {diagnostics.ToImmutable()[0].Message}.");
        return new(metrics, [], 1);
    }
}
