using System.Text;
using Shouldly;

namespace Dtao.Hocon.Tests.Includes;

public sealed class DiskConfigSourceTests : IDisposable
{
    private readonly Folder outside = new();
    private readonly Folder root;
    private readonly DiskConfigSource source;

    public DiskConfigSourceTests()
    {
        outside.Write("secret.conf", "secret = 1");
        Directory.CreateDirectory(outside.PathOf("config"));
        root = new Folder(outside.PathOf("config"));
        root.Write("part.conf", "x = 1");
        root.Write("deep/er/part.conf", "x = 2");
        source = new DiskConfigSource(root.Root);
    }

    public void Dispose() => outside.Dispose();

    [Theory]
    [InlineData("part.conf", "x = 1")]
    [InlineData("deep/er/part.conf", "x = 2")]
    public void Files_below_the_root_are_read(string path, string text) => source.Read(path).Text.ShouldBe(text);

    [Fact]
    public void Links_that_stay_below_the_root_are_followed()
    {
        File.CreateSymbolicLink(root.PathOf("link.conf"), "part.conf");
        Directory.CreateSymbolicLink(root.PathOf("linked"), root.PathOf("deep"));
        source.Read("link.conf").Text.ShouldBe("x = 1");
        source.Read("linked/er/part.conf").Text.ShouldBe("x = 2");
    }

    [Fact]
    public void A_root_that_is_itself_a_link_is_a_root()
    {
        Directory.CreateSymbolicLink(outside.PathOf("alias"), root.Root);
        new DiskConfigSource(outside.PathOf("alias")).Read("part.conf").Text.ShouldBe("x = 1");
    }

    [Fact]
    public void A_thousand_ways_out_are_refused()
    {
        File.CreateSymbolicLink(root.PathOf("out.conf"), outside.PathOf("secret.conf"));
        File.CreateSymbolicLink(root.PathOf("relative.conf"), "../secret.conf");
        File.CreateSymbolicLink(root.PathOf("twice.conf"), "out.conf");
        Directory.CreateSymbolicLink(root.PathOf("up"), outside.Root);
        Directory.CreateSymbolicLink(root.PathOf("deep/up"), "../..");
        Directory.CreateSymbolicLink(root.PathOf("deep/slash"), "/");
        File.CreateSymbolicLink(root.PathOf("loop.conf"), "loop.conf");
        string[] ways =
        [
            "../secret.conf", "..", "deep/../../secret.conf", outside.PathOf("secret.conf"), "/etc/passwd", "//etc/passwd", "~/secret.conf", "out.conf", "relative.conf", "twice.conf",
            "up/secret.conf", "deep/up/secret.conf", "up/config/../secret.conf", "deep/slash" + outside.PathOf("secret.conf"), "loop.conf", "loop.conf/x", "C:/secret.conf", "..\\secret.conf",
            "file:///etc/passwd", "part.conf\0", "", ".", "deep", "./../secret.conf", ".../secret.conf",
        ];
        var random = new Xorshift(28);
        for (var i = 0; i < 1_000; i++)
        {
            var way = i < ways.Length ? ways[i] : Wind(random.Pick(ways), random);
            var tree = ConfigLoader.Load(source, [ConfigLayer.Text("deep/test.conf", $"y = 1, include {QuotedText.Write(way)}")]);
            tree.Root.Fields.Keys.ShouldBe(["y"], way);
            tree.Diagnostics.ShouldHaveSingleItem(way).Origin.Place.ShouldBe("deep/test.conf:1:8", way);
            if (i < ways.Length)
                tree.HasErrors.ShouldBeTrue(way);
        }
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        File.WriteAllBytes(root.PathOf("latin.conf"), [.. Encoding.ASCII.GetBytes("x = caf"), 0xE9]);
        source.Read("latin.conf").ShouldBe(FileReading.Refused("is not UTF-8 at byte 8"));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        File.WriteAllText(root.PathOf("mark.conf"), "x = 1", Encoding.UTF8);
        Some.Json(ConfigLoader.Load(source, [ConfigLayer.File("mark.conf")])).ShouldBe("""{"x":1}""");
    }

    [Fact]
    public void A_file_of_just_one_mebibyte_is_read_and_a_larger_one_is_not()
    {
        root.Write("full.conf", "#" + new string('x', Limits.FileBytes - 1));
        root.Write("large.conf", "#" + new string('x', Limits.FileBytes));
        source.Read("full.conf").Text!.Length.ShouldBe(Limits.FileBytes);
        source.Read("large.conf").ShouldBe(FileReading.TooLarge);
    }

    [Fact]
    public void Devices_are_never_opened()
    {
        if (!File.Exists("/dev/zero"))
            return;
        new DiskConfigSource("/dev").Read("zero").Text.ShouldBe("");
    }

    private static string Wind(string way, Xorshift random)
    {
        string[] turns = ["./", "deep/", "deep/er/", "up/", "deep/up/", "linked/", "./././", "x/"];
        for (var times = random.Next(3); times >= 0; times--)
            way = random.Pick(turns) + way;
        return way;
    }
}
