using System.IO.Compression;
using Dtao.Protocol.Units;
using Dtao.Records.Panels;

namespace Dtao.Records.Tests.Panels;

public sealed class Files_of_the_record : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void are_laid_out_by_time_whatever_their_block_numbers_say()
    {
        // The second row's block is an estimate gone wrong, and an hour is missing.
        Write(RecordFiles.HourlyName, "utc,block,sn1,sn65\n2025-02-16T00:00:00Z,1000,0.5,\n2025-02-16T01:00:00Z,1000,0.6,2\n2025-02-16T03:00:00Z,1900,0.7,0.1\n");
        var panel = new RecordFiles(folder).Hourly();
        Assert.Equal((new Block(1_000), 300L), (panel.First, panel.StepBlocks));
        Assert.Equal([1, 65], panel.Netuids);
        Assert.Equal([0.5, 0.6, double.NaN, 0.7], panel.Columns[0]);
        Assert.Equal([double.NaN, 2, double.NaN, 0.1], panel.Columns[1]);
    }

    [Fact]
    public void follow_the_episode_at_every_resolution()
    {
        Write(RecordFiles.EpisodeName, "utc,block,source,sn28\n2025-02-16T00:00:00Z,1000,hourly,0.5\n2025-02-16T01:00:00Z,1300,hourly,0.6\n2025-02-16T01:02:00Z,1310,2min,0.7\n");
        var series = new RecordFiles(folder).Episode();
        Assert.Equal((0.6, 0.7), (series.At(new Block(1_309)), series.At(new Block(1_310))));
    }

    [Fact]
    public void show_who_is_new()
    {
        Write(RecordFiles.TwoMinutesName, "utc,block,source,sn1,sn65\n2025-02-20T00:00:00Z,1000,2min,0.5,\n2025-02-20T00:02:00Z,1010,2min,0.6,2\n");
        var prices = new RecordPrices(new RecordFiles(folder).TwoMinutes(), episodeNetuid: 28, new PriceSeries([0], [1]));
        Assert.Equal([(65, new Block(1_010))], prices.Newcomers());
        Assert.Equal([(1, 0.5)], prices.At(new Block(1_000)));
        Assert.Equal(0.6, prices.Of(1)!.At(new Block(1_015)));
    }

    [Fact]
    public void that_are_missing_are_named() => Assert.Equal(RecordFiles.Names, new RecordFiles(folder).Missing);

    [Fact]
    public void with_a_torn_row_are_refused_by_name_and_line()
    {
        Write(RecordFiles.HourlyName, "utc,block,sn1\n2025-02-16T00:00:00Z,1000\n");
        Assert.StartsWith($"{RecordFiles.HourlyName}:2 ", Assert.Throws<InvalidDataException>(() => new RecordFiles(folder).Hourly()).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private void Write(string file, string text)
    {
        using var packed = new StreamWriter(new GZipStream(File.Create(Path.Combine(folder, file)), CompressionLevel.Fastest));
        packed.Write(text);
    }
}
