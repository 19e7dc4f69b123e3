using Dtao.Records.Comparing;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Tests.Comparing;

public sealed class Two_records : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly RunReader a, b;

    public Two_records() => (a, b) = (RunReader.Open(new SmallRun().Record(root, name: "a")), RunReader.Open(new SmallRun().Record(root, name: "b")));

    [Fact]
    public void of_one_run_tell_the_same() => Assert.Null(FirstDifference.Between(a, b));

    [Fact]
    public void part_at_the_first_row_that_differs()
    {
        Do("UPDATE trades SET tao_rao = tao_rao + 1 WHERE rowid >= 150", "UPDATE refusals SET reason = 'Other' WHERE block > (SELECT block FROM trades WHERE rowid = 150)");
        var parting = FirstDifference.Between(a, b)!;
        var (block, id) = Ask("SELECT block, id FROM trades WHERE rowid = 150");
        Assert.Equal((block, "trades"), (parting.Block.Height, parting.Event!.Table));
        Assert.Contains($"id={id} ", parting.Event.A, StringComparison.Ordinal);
        Assert.NotEqual(parting.Event.A, parting.Event.B);
    }

    [Fact]
    public void of_which_one_ends_sooner_part_where_the_other_goes_on()
    {
        Do("DELETE FROM postings WHERE block = (SELECT max(block) FROM postings)");
        Assert.Equal(("postings", null), (FirstDifference.Between(a, b)!.Event!.Table, FirstDifference.Between(a, b)!.Event!.B));
        Assert.Equal(("postings", null), (FirstDifference.Between(b, a)!.Event!.Table, FirstDifference.Between(b, a)!.Event!.A));
    }

    [Fact]
    public void of_which_one_was_stopped_are_compared_as_far_as_it_goes()
    {
        File.Delete(b.PathOf("OK"));
        Do("DELETE FROM postings WHERE block > 4920500", "DELETE FROM trades WHERE block > 4920500", "DELETE FROM refusals WHERE block > 4920500", "DELETE FROM transfers WHERE block > 4920500",
            "DELETE FROM decisions WHERE block > 4920500", "DELETE FROM events WHERE block > 4920500", "DELETE FROM blocks WHERE block > 4920500");
        Assert.Null(FirstDifference.Between(a, b));
        Do("UPDATE trades SET tao_rao = tao_rao + 1 WHERE block = (SELECT max(block) FROM trades WHERE block < 4920499)");
        Assert.Equal("trades", FirstDifference.Between(b, a)!.Event!.Table);
    }

    [Fact]
    public void may_part_in_what_was_sampled_only()
    {
        Do("UPDATE pools SET alpha_out_rao = 7 WHERE block = (SELECT max(block) FROM pools)");
        var parting = FirstDifference.Between(a, b)!;
        Assert.Null(parting.Event);
        Assert.Equal(Ask("SELECT max(block), '' FROM pools").Block, parting.Block.Height);
    }

    public void Dispose() => root.Dispose();

    private void Do(params string[] commands)
    {
        using var connection = new SqliteConnection($"Data Source={b.PathOf("run.db")};Pooling=False");
        connection.Open();
        foreach (var sql in commands)
        {
            using var command = new SqliteCommand(sql, connection);
            Assert.True(command.ExecuteNonQuery() > 0);
        }
    }

    private (long Block, string Id) Ask(string sql)
    {
        using var connection = b.OpenDatabase();
        using var command = new SqliteCommand(sql, connection);
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetString(1));
    }
}
