using Dtao.Records.Database;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Tests.Database;

public sealed class Rows_held_back : IDisposable
{
    private readonly SqliteConnection database = new("Data Source=:memory:");
    private readonly Insert rows;

    public Rows_held_back()
    {
        database.Open();
        database.Execute("CREATE TABLE t (number INTEGER NOT NULL, share REAL, words TEXT, none TEXT)");
        rows = new Insert(database, "t", columns: 4);
    }

    /// <summary>Numbers around the rows that are written together, once and several times over, and texts that outgrow any first room for them.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3)]
    [InlineData(31, 3)]
    [InlineData(32, 3)]
    [InlineData(33, 3)]
    [InlineData(100, 5_000)]
    public void Stand_in_the_table_in_their_order_once_they_are_flushed(int count, int letters)
    {
        for (var i = 0; i < count; i++) Add(i, Words(i, letters));
        rows.Flush();
        Add(count, Words(count, letters));
        rows.Flush();
        rows.Flush();
        Assert.Equal(
            Enumerable.Range(0, count + 1).Select(i => ((long)i + 1, (long)i, i / 4.0, Words(i, letters))),
            database.Ask("SELECT rowid, number, share, words FROM t WHERE none IS NULL", row => (row.GetInt64(0), row.GetInt64(1), row.GetDouble(2), row.GetString(3))));
    }

    [Fact]
    public void May_hold_a_text_without_a_letter()
    {
        Add(1, "");
        rows.Flush();
        Assert.Equal(["text"], database.Ask("SELECT typeof(words) FROM t", row => row.GetString(0)));
    }

    [Fact]
    public void Are_there_up_to_the_first_that_the_table_refuses()
    {
        for (var i = 0; i < 20; i++) Add(i, "kept");
        rows.Nothing().Value(0.5).Value("refused"u8).Nothing().Run();
        var refused = Assert.Throws<SqliteException>(() =>
        {
            for (var i = 0; i < 20; i++) Add(i, "too late");
        });
        Assert.Contains("NOT NULL", refused.Message, StringComparison.Ordinal);
        Assert.Equal([20L], database.Ask("SELECT count(*) FROM t WHERE words = 'kept'", row => row.GetInt64(0)));
        Assert.Equal([20L], database.Ask("SELECT count(*) FROM t", row => row.GetInt64(0)));
        rows.Flush();
        Assert.Equal([20L], database.Ask("SELECT count(*) FROM t", row => row.GetInt64(0)));
    }

    [Fact]
    public void Are_none_as_long_as_they_are_not_ended()
    {
        Add(1, "ended");
        rows.Value(2L).Value(0.5);
        rows.Flush();
        Add(3, "ended");
        rows.Flush();
        Assert.Equal([1L, 3L], database.Ask("SELECT number FROM t ORDER BY rowid", row => row.GetInt64(0)));
    }

    [Fact]
    public void Are_refused_once_it_is_let_go()
    {
        Add(1, "late");
        rows.Dispose();
        Assert.Throws<ObjectDisposedException>(rows.Flush);
    }

    [Fact]
    public void Have_a_value_for_every_column()
    {
        rows.Value(1L);
        Assert.Throws<InvalidOperationException>(rows.Run);
    }

    public void Dispose()
    {
        rows.Dispose();
        database.Dispose();
    }

    private static string Words(int number, int letters) => number % 3 == 0 ? "" : new string((char)('α' + number % 20), letters);

    private void Add(long number, string words) => rows.Value(number).Value(number / 4.0).Value(words).Nothing().Run();
}
