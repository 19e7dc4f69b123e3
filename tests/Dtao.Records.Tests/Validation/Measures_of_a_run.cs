using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;
using static Dtao.Records.Tests.Validation.SomeEvidence;

namespace Dtao.Records.Tests.Validation;

/// <summary>What a run knows beyond its prices. The market of these runs stands still, so figures can be worked out from the ledger.</summary>
public sealed class Measures_of_a_run : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly Evidence evidence;

    public Measures_of_a_run() => evidence = Of(root, days: 30, [(10, 0.1)], (50, 3, "PayForHolding", 1));

    [Fact]
    public void Root_proportion_is_weighted_root_stake_over_it_and_all_alpha()
    {
        // Nothing is staked on root here, so root has no part, whatever its weight.
        Assert.Equal(0.18, evidence.Chain!.TaoWeight);
        Assert.Equal(0, Value("root-proportion-day-4"));
        Assert.Equal((Finding.Unknown, "the run ends before"), (Found("root-proportion-day-85").Finding, Found("root-proportion-day-85").Why));
    }

    [Fact]
    public void Holders_are_those_of_the_end()
    {
        // One account holds all 500 alpha of either subnet.
        Assert.Equal(1, Value("top-10-holders"));
        Assert.Equal([500.0], Assert.Single(evidence.Chain!.HoldingsBySubnet().Distinct(new SameAmounts())));
    }

    [Fact]
    public void Issuance_tells_the_day_of_the_halving() =>
        Assert.Equal((10_500_000 - evidence.Chain!.At(evidence.Start).Issued) / 7_200, Value("halving-day"), 9);

    [Fact]
    public void Every_measure_answers_on_every_run() => Assert.All(MeasureCatalogue.Names, name =>
    {
        var found = Found(name);
        Assert.True(found.Finding == Finding.Unknown ? found.Why.Length > 0 : double.IsFinite(found.Value), $"{name}: {found}");
    });

    public void Dispose()
    {
        evidence.Dispose();
        root.Dispose();
    }

    private Measurement Found(string measure) => MeasureCatalogue.Find(measure)!.Of(evidence);

    private double Value(string measure) => Found(measure).Value;

    private sealed class SameAmounts : IEqualityComparer<double[]>
    {
        public bool Equals(double[]? x, double[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(double[] amounts) => amounts.Length;
    }
}
