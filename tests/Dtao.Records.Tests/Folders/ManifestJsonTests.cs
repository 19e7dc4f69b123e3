using System.Text.Json;
using Dtao.Protocol.Units;
using Dtao.Records.Folders;

namespace Dtao.Records.Tests.Folders;

public sealed class ManifestJsonTests
{
    private static readonly RunManifest Manifest = new(
        Some.Identity,
        new RunProgress(new Block(4_920_352), new Block(4_920_751), "8a5cea", new Tao(20_999_999_999_999_999), new RunCounts(400, 361, 259, 84, 8, 4, 704)),
        new WallTimes(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)), new DateTimeOffset(2026, 1, 2, 3, 5, 0, TimeSpan.FromHours(1))));

    [Fact]
    public void What_is_written_can_be_read_back() => Assert.Equal(Manifest, ManifestJson.Read(ManifestJson.Write(Manifest)));

    [Fact]
    public void Strategies_from_outside_are_part_of_what_was_run()
    {
        var outside = Manifest with { Identity = Some.Identity with { Strategies = [new StrategyFile("my.dll", "8a5cea"), new StrategyFile("other.dll", "00ff")] } };
        Assert.Equal(outside.Identity.Strategies, ManifestJson.Read(ManifestJson.Write(outside)).Identity.Strategies);
        Assert.NotEqual(ManifestJson.ContentHash(Manifest), ManifestJson.ContentHash(outside));
        Assert.Throws<InvalidDataException>(() => ManifestJson.Read(ManifestJson.Write(outside).Replace("00ff", "00fe", StringComparison.Ordinal)));
        Assert.DoesNotContain("strategies", ManifestJson.Write(Manifest), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_sixty_four_bits_are_strings()
    {
        var json = JsonDocument.Parse(ManifestJson.Write(Manifest)).RootElement;
        Assert.Equal("18446744073709551615", json.GetProperty("seed").GetString());
        Assert.Equal("20999999999999999", json.GetProperty("issued_rao").GetString());
    }

    [Fact]
    public void Wall_times_are_outside_the_content_hash()
    {
        Assert.Equal(ManifestJson.ContentHash(Manifest), ManifestJson.ContentHash(Manifest with { Wall = null }));
        Assert.NotEqual(ManifestJson.ContentHash(Manifest), ManifestJson.ContentHash(Manifest with { Identity = Some.Identity with { Seed = 1 } }));
    }

    [Fact]
    public void Content_changed_after_the_run_is_noticed()
    {
        var changed = ManifestJson.Write(Manifest).Replace("\"blocks_done\": 400", "\"blocks_done\": 401", StringComparison.Ordinal);
        Assert.Contains("changed after the run", Assert.Throws<InvalidDataException>(() => ManifestJson.Read(changed)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"name":7}""")]
    public void Anything_else_is_no_manifest(string text) => Assert.Throws<InvalidDataException>(() => ManifestJson.Read(text));
}
