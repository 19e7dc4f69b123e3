using Dtao.Hocon;
using Dtao.Records.Validation;
using Dtao.Sweeps.Validation;

namespace Dtao.Sweeps.Tests.Validation;

public sealed class A_file_of_targets : IDisposable
{
    private const string Chain = "title = some\nchain { netuid = 28, start-block = 100, announcement-block = 200 }\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtao-targets-");

    [Fact]
    public void ships_with_the_39_of_the_record()
    {
        var (set, errors) = Read(TargetsFile.Shipped);
        Assert.Empty(errors);
        Assert.Equal(Enumerable.Range(1, 39), set.Targets.Select(target => target.Number));
        Assert.Equal([11, 31, 35, 38], set.Targets.Where(target => target.Kind != TargetKind.Counted).Select(target => target.Number));
        Assert.Equal([8], set.Targets.Where(target => target.Control).Select(target => target.Number));
    }

    [Fact]
    public void as_shipped_has_ranges_that_the_real_figure_lies_in()
    {
        var judged = Read(TargetsFile.Shipped).Set.Targets.SelectMany(target => target.Figures).Where(figure => figure is { Accept: not null, Recorded: not null }).ToArray();
        Assert.True(judged.Length > 40);
        Assert.All(judged, figure => Assert.True(figure.Accept!.Value.Holds(figure.Recorded!.Value.Value), figure.Name));
    }

    [Fact]
    public void is_read_key_by_key()
    {
        var set = Read(Write("""
            targets.7 {
              title = rebound, kind = counted, confidence = high, source = PANEL, in-sample = true
              figures.up { measure = rebound, real = "+144 %", at-least = -30%, at-most = 2.5, days = 14, share-of-runs = 80%, recorded = 144%, within = 0.5%, why = because }
            }
            """)).Set;
        var target = Assert.Single(set.Targets);
        Assert.Equal((7, "rebound", true), (target.Number, target.Title, target.InSample));
        var figure = Assert.Single(target.Figures);
        Assert.Equal((new Accepted(-0.3, 2.5), 14, 0.8, new Recorded(1.44, 0.005)), (figure.Accept!.Value, figure.Days, figure.ShareOfRuns, figure.Recorded!.Value));
        Assert.Equal(("rebound", "+144 %", "because"), (figure.Measure!.Name, figure.Real, figure.Why));
        Assert.Equal((28, 200L), (set.Marks.Netuid, set.Marks.Announcement!.Value.Height));
    }

    [Theory]
    [InlineData("measure = rebonud, real = x", "names no measure: \"rebonud\"")]
    [InlineData("measure = rebound", "real is missing")]
    [InlineData("measure = rebound, real = x, atleast = 3", "unknown key targets.7.figures.up.atleast")]
    [InlineData("measure = rebound, real = x, at-least = three", "is no fraction")]
    [InlineData("measure = rebound, real = x, recorded = 3", "within is missing")]
    public void is_read_strictly(string figure, string expected) =>
        Assert.Contains(Read(Write($"targets.7 {{ title = t, kind = counted, confidence = c, source = s, figures.up {{ {figure} }} }}")).Errors, error => error.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void numbers_its_targets() =>
        Assert.Contains(Read(Write("targets.seven { title = t, kind = counted, confidence = c, source = s, figures {} }")).Errors, error => error.Contains("which is no number", StringComparison.Ordinal));

    [Fact]
    public void that_is_missing_is_an_error() => Assert.NotEmpty(Read(Path.Combine(folder.FullName, "none.conf")).Errors);

    public void Dispose() => folder.Delete(recursive: true);

    private static (TargetSet Set, string[] Errors) Read(string file)
    {
        var diagnostics = new DiagnosticBag();
        var set = TargetsFile.Read(file, diagnostics);
        return (set, [.. diagnostics.ToImmutable().Select(diagnostic => diagnostic.Message)]);
    }

    private string Write(string targets)
    {
        var file = Path.Combine(folder.FullName, "targets.conf");
        File.WriteAllText(file, Chain + targets);
        return file;
    }
}
