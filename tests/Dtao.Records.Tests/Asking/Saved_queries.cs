using Dtao.Protocol.Units;
using Dtao.Records.Queries;
using Dtao.Records.Reading;

namespace Dtao.Records.Tests.Asking;

/// <summary>What a sample says of flows and emission is of the blocks before it.</summary>
public sealed class Saved_queries : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Count_a_trade_to_the_day_on_which_it_was_made()
    {
        var days = Rows("market-by-day", new WrittenRun { Hours = 48 });
        Assert.Equal([0L, 1L], days.Select(row => row[0]));
        Assert.Equal([24 * 3L, 24 * 3L], days.Select(row => row[4]));
    }

    [Fact]
    public void Tell_all_that_was_emitted_though_the_opening_sample_knows_of_none()
    {
        var kinds = Rows("emission-by-kind", new WrittenRun { Hours = 24, Emission = hour => hour == 0 ? 0 : hour <= 12 ? 100 : 500, Kinds = [(0, 28, "meme")] });
        Assert.Equal(12 * Block.PerHour * (100 + 500) / 1e9, (double)Assert.Single(kinds)[2]!, 12);
    }

    private List<object?[]> Rows(string name, WrittenRun of)
    {
        using var query = RunQuery.Ask(RunReader.Open(of.Below(folder)), SavedQuery.Find(name)!.Sql, new Dictionary<string, long>());
        return [.. query.Rows().Select(row => row.ToArray())];
    }
}
