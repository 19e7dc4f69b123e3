using System.Text;
using Dtao.Records.Scanning;

namespace Dtao.Records.Tests.Scanning;

public sealed class LogScanTests : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly string log;

    public LogScanTests() => log = Path.Combine(new SmallRun(blocks: 60).Record(root), "events.clef");

    [Fact]
    public void Hands_over_every_line_as_it_is() => Assert.Equal(File.ReadAllLines(log), Lines(new LogScan(log, LogFilter.Of(null))));

    [Fact]
    public void Goes_from_one_block_to_another_and_no_further()
    {
        for (var from = 0; from < 60; from += 7)
        {
            var (first, last) = (Some.FirstBlock + from, Some.FirstBlock + from + 5);
            var wanted = File.ReadAllLines(log).Where(line => BlockOf(line) >= first.Height && BlockOf(line) <= last.Height);
            Assert.Equal(wanted, Lines(new LogScan(log, LogFilter.Of(null), first, last)));
        }
    }

    [Fact]
    public void Leaves_a_line_out_that_breaks_off_wherever_it_does_and_says_so()
    {
        var whole = File.ReadAllBytes(log);
        var lines = File.ReadAllLines(log);
        for (var (left, length) = (lines.Length, whole.Length); left > lines.Length - 4; left--)
        {
            var begin = whole.AsSpan(0, length - 1).LastIndexOf((byte)'\n') + 1;
            for (var cut = begin + 1; cut < length - 1; cut++)
            {
                File.WriteAllBytes(log, whole[..cut]);
                var scan = new LogScan(log, LogFilter.Of(null));
                Assert.Equal((lines.Length - (lines.Length - left) - 1, true), (Lines(scan).Count, scan.IsTorn));
            }
            length = begin;
        }
    }

    [Fact]
    public void Names_a_line_in_the_middle_that_is_no_event()
    {
        var lines = File.ReadAllLines(log);
        lines[4] = lines[4][..20];
        File.WriteAllLines(log, lines);
        Assert.Contains("events.clef:5 ", Assert.Throws<InvalidDataException>(() => Lines(new LogScan(log, LogFilter.Of(null)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_lines_that_are_longer_than_any_buffer()
    {
        var text = new string('x', 5_000_000);
        File.WriteAllText(log, $"{{\"Ev\":\"AgentFaulted\",\"Block\":1,\"Error\":\"{text}\"}}\n{{\"Ev\":\"CapBegan\",\"Block\":2,\"Netuid\":1}}\n");
        Assert.Equal([5_000_042, 38], Lines(new LogScan(log, LogFilter.Of(null))).Select(line => line.Length));
    }

    public void Dispose() => root.Dispose();

    private static long BlockOf(string line) => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("Block").GetInt64();

    private static List<string> Lines(LogScan scan)
    {
        var lines = new List<string>();
        scan.Run(line => lines.Add(Encoding.UTF8.GetString(line)));
        return lines;
    }
}
