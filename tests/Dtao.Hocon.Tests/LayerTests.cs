using Shouldly;

namespace Dtao.Hocon.Tests;

public sealed class LayerTests
{
    [Fact]
    public void A_later_layer_goes_over_the_earlier_ones_before_substitutions_are_looked_up()
    {
        var tree = Some.Tree(
            ConfigLayer.Text("reference.conf", "pool { fee = 0.3%, both = ${pool.fee} and ${depth} }, depth = 1"),
            ConfigLayer.Text("scenario.conf", "depth = 2"),
            ConfigLayer.Setting("pool.fee=0.5%"));
        Some.Json(tree).ShouldBe("""{"pool":{"fee":"0.5%","both":"0.5% and 2"},"depth":2}""");
    }

    [Theory]
    [InlineData("a.b.c=500", """{"a":{"b":{"c":500,"d":2}}}""")]
    [InlineData("a.b.c=500 tao", """{"a":{"b":{"c":"500 tao","d":2}}}""")]
    [InlineData("a.b.c = \"x y\"", """{"a":{"b":{"c":"x y","d":2}}}""")]
    [InlineData("a.b={ d = 3 }", """{"a":{"b":{"c":1,"d":3}}}""")]
    [InlineData("a.b=null", """{"a":{"b":null}}""")]
    [InlineData("a.b.d=${a.b.c}", """{"a":{"b":{"c":1,"d":1}}}""")]
    [InlineData("a.b.c += 4", "-s:1:10 += adds to an array, but the value before it is a number")]
    [InlineData("a.b.c", "-s:1:1 a.b.c has no value")]
    [InlineData("=5", "-s:1:1 a key is missing here")]
    [InlineData("a.b.c=", "-s:1:6 a value is missing here")]
    public void A_setting_is_one_more_layer(string setting, string expected)
    {
        var tree = Some.Tree(ConfigLayer.Text("base.conf", "a.b { c = 1, d = 2 }"), ConfigLayer.Setting(setting));
        (tree.HasErrors ? string.Join('\n', Some.Errors(tree)) : Some.Json(tree)).ShouldBe(expected);
    }

    [Fact]
    public void A_value_knows_all_that_it_overrode_and_the_substitution_it_came_through()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["part.conf"] = "run.seed = 3" };
        var seed = Some.Tree(
            files,
            ConfigLayer.Text("reference.conf", "run { seed = 1 }"),
            ConfigLayer.Text("scenario.conf", "run.seed = 2\ninclude \"part.conf\"\nrun.seed = ${?DTAO_NONE}\nrun.seed = ${DTAO_SEED}"),
            ConfigLayer.Setting("run.seed=${run.seed}")).Root.Find("run.seed")!;

        seed.Origin.Place.ShouldBe("environment DTAO_SEED");
        seed.Via!.Value.Place.ShouldBe("-s:1:10");
        seed.KeyOrigin.Place.ShouldBe("-s:1:5");
        seed.Overrode.Select(origin => $"{origin.Place} {origin.Text}").ShouldBe(
        [
            "scenario.conf:4:12 ${DTAO_SEED}", "scenario.conf:3:12 ${?DTAO_NONE}", "part.conf:1:12 3", "scenario.conf:1:12 2", "reference.conf:1:14 1",
        ]);
    }

    [Fact]
    public void An_object_knows_what_it_replaced_and_not_what_went_into_it()
    {
        var tree = Some.Tree("a = 1\na = [2]\na { x = 3 }\na { y = 4 }");
        tree.Root.Find("a")!.Overrode.Select(origin => origin.Text).ShouldBe(["[2]", "1"]);
        tree.Root.Find("a.x")!.Overrode.ShouldBeEmpty();
        Some.Tree("a { x = 1 }\na { x = 2 }").Root.Find("a")!.Overrode.ShouldBeEmpty();
    }

    [Fact]
    public void A_value_from_a_merged_object_knows_the_object_it_was_merged_over()
    {
        var tree = Some.Tree("base { x = 1 }\na { x = 0 }\na = ${base}\na { x = 2 }");
        tree.Root.Find("a.x")!.Overrode.Select(origin => origin.Place).ShouldBe(["test.conf:1:12", "test.conf:2:9"]);
    }

    [Fact]
    public void A_missing_or_forbidden_file_is_an_error()
    {
        Some.Errors(Some.Tree(ConfigLayer.File("none.conf"))).ShouldBe(["none.conf the file does not exist"]);
        Some.Errors(Some.Tree(ConfigLayer.File("../x.conf"))).ShouldBe(["../x.conf the file leads upwards"]);
    }

    [Fact]
    public void Errors_of_all_files_come_in_one_pass()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["part.conf"] = "a = ]\nb = 1\nc = x=1" };
        var tree = Some.Tree(
            files,
            ConfigLayer.Text("test.conf", "include \"part.conf\"\nd = [1,,2]\ne = ${nowhere}\nf { g = }\nh = ok"),
            ConfigLayer.Setting("i"));
        Some.Errors(tree).ShouldBe(
        [
            "part.conf:1:3 a value is missing here",
            "part.conf:1:5 a closing bracket that nothing opened",
            "part.conf:3:6 = cannot stand in a value without quotes",
            "test.conf:2:8 two commas in a row",
            "test.conf:4:7 a value is missing here",
            "-s:1:1 i has no value",
            "test.conf:3:5 nothing is called nowhere",
        ]);
        tree.Root.Find("b").ShouldNotBeNull();
        tree.Root.Find("h").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("a.b", "1")]
    [InlineData("\"odd.key\".\"\"", "2")]
    [InlineData("a.c", null)]
    [InlineData("a.b.c", null)]
    [InlineData("a..b", null)]
    [InlineData("", null)]
    [InlineData("a.b = 1", null)]
    public void A_value_is_found_by_its_written_path(string path, string? expected)
    {
        var found = Some.Tree("a.b = 1, \"odd.key\".\"\" = 2").Root.Find(path);
        (found is null ? null : JsonPrinter.Print(found)).ShouldBe(expected);
    }
}
