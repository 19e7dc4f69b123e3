using Dtao.Records.Folders;
using Dtao.Records.Reading;

namespace Dtao.Records.Tests.Reading;

public sealed class RunReaderTests : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly SmallRun run = new(blocks: 60);
    private readonly RunReader read;

    public RunReaderTests() => read = RunReader.Open(run.Record(root));

    private string Log => read.PathOf("events.clef");

    [Fact]
    public void The_hash_head_is_that_of_the_run() => Assert.Equal(run.Ending.HashHead, read.HashHead);

    [Fact]
    public void Events_come_back_in_order_with_their_links()
    {
        var staked = read.Events().First(told => told.Kind == "Staked");
        Assert.Equal(("e8", "o7", "o7"), (staked.Id.ToString(), staked.Cause.ToString(), staked.Root.ToString()));
        Assert.Equal("calm-2 bought 4.985052266 of SN1", staked.Text);
        Assert.Equal(read.Events().Select(told => told.Block).Order(), read.Events().Select(told => told.Block));
    }

    [Fact]
    public void A_torn_last_line_is_left_out_wherever_it_tore()
    {
        var whole = File.ReadAllBytes(Log);
        var before = read.CountEvents();
        var lastLine = whole.AsSpan(0, whole.Length - 1).LastIndexOf((byte)'\n') + 1;
        for (var length = lastLine; length < whole.Length - 1; length++)
        {
            File.WriteAllBytes(Log, whole[..length]);
            Assert.Equal(before - 1, read.CountEvents());
        }
        File.WriteAllBytes(Log, whole[..^1]);
        Assert.Equal(before, read.CountEvents());
    }

    [Fact]
    public void A_broken_line_in_the_middle_is_named()
    {
        var lines = File.ReadAllLines(Log);
        lines[2] = lines[2][..20];
        File.WriteAllLines(Log, lines);
        Assert.Contains("events.clef:3", Assert.Throws<InvalidDataException>(() => read.CountEvents()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_is_a_partial_run_without_anything()
    {
        var empty = RunReader.Open(Directory.CreateDirectory(Path.Combine(root, "empty")).FullName);
        Assert.Equal((RunState.Partial, null, null, 0), (empty.State, empty.Manifest(), empty.HashHead, empty.CountEvents()));
    }

    [Fact]
    public void No_folder_is_an_error() => Assert.Throws<DirectoryNotFoundException>(() => RunReader.Open(Path.Combine(root, "none")));

    [Fact]
    public void Nobody_writes_through_a_reader() =>
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => read.Scalar("DELETE FROM trades RETURNING 1"));

    public void Dispose() => root.Dispose();
}
