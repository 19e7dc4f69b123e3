using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;
using Microsoft.Data.Sqlite;
using static Dtao.Records.Tests.Validation.SomeEvidence;

namespace Dtao.Records.Tests.Validation;

/// <summary>f = 0.55, w = 0.18 and kappa = 0.5 throughout: with R on root, f w R is half of w R and A at A = 0.018 R.</summary>
public sealed class Majority_of_the_first_on_root : IDisposable
{
    private readonly TemporaryFolder root = new();

    [Theory] // TAO on root, alpha at first and from day 10 on; days
    [InlineData(100_000, 500, 500, (1_800 - 500) / 7_200.0, null)]
    [InlineData(100_000, 500, 1_801, (1_800 - 500) / 7_200.0, 10.0)]
    [InlineData(100_000, 1_801, 1_801, 0, 0.0)]
    [InlineData(6_000_000, 0, 108_001, 15.0, 10.0)]
    public void Ends_when_alpha_outweighs_the_rest(int onRoot, int alpha, int later, double byPencil, double? lost)
    {
        using var evidence = Of(root, days: 12, [(10, 0.1)], (50, 3, "PayForHolding", 1));
        Write($"UPDATE blocks SET root_staked_rao = {onRoot} * 1000000000");
        Write($"UPDATE pools SET staked_alpha_rao = CASE WHEN block < {Some.FirstBlock.Height + 10 * Day} THEN {alpha} ELSE {later} END * 1000000000");
        Assert.Equal(byPencil, Found(evidence, "majority-by-pencil").Value, 9);
        Assert.Equal(lost, Found(evidence, "majority-lost") is { Finding: Finding.Measured, Value: var day } ? day : null);
    }

    [Fact]
    public void Is_not_spoken_of_where_nothing_is_lent()
    {
        using var evidence = Of(root, days: 1, [(10, 0.1)], (50, 3, "PayForHolding", 1));
        Write("UPDATE meta SET value = '0' WHERE key = 'lent_to_first'");
        using var reread = Evidence.Of(Dtao.Records.Reading.RunReader.Open(Path.Combine(root, "written")));
        Assert.Equal("nothing is lent to the first on root", Found(reread, "majority-lost").Why);
    }

    public void Dispose() => root.Dispose();

    private static Measurement Found(Evidence evidence, string measure) => MeasureCatalogue.Find(measure)!.Of(evidence);

    private void Write(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(root, "written", "run.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
