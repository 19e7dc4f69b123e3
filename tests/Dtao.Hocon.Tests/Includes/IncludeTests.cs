using Shouldly;

namespace Dtao.Hocon.Tests.Includes;

/// <summary>HOCON.md, "Includes", within the bounds of a config root.</summary>
public sealed class IncludeTests
{
    [Theory]
    [InlineData("include \"b.conf\"", """{"x":1}""")]
    [InlineData("include file(\"b.conf\")", """{"x":1}""")]
    [InlineData("include required(\"b.conf\")", """{"x":1}""")]
    [InlineData("include required(file(\"b.conf\"))", """{"x":1}""")]
    [InlineData("include \"./b.conf\"", """{"x":1}""")]
    [InlineData("include\n\"b.conf\"", """{"x":1}""")]
    [InlineData("{ include \"b.conf\" }", """{"x":1}""")]
    [InlineData("include \"b.conf\", y = 2", """{"x":1,"y":2}""")]
    [InlineData("x = 0\ninclude \"b.conf\"", """{"x":1}""")]
    [InlineData("include \"b.conf\"\nx = 2", """{"x":2}""")]
    [InlineData("a { include \"b.conf\", y = 2 }", """{"a":{"x":1,"y":2}}""")]
    [InlineData("a = [{ include \"b.conf\" }]", """{"a":[{"x":1}]}""")]
    [InlineData("include \"braces.conf\"", """{"b":1}""")]
    [InlineData("include \"missing.conf\"\ny = 1", """{"y":1}""")]
    [InlineData("include \"empty.conf\"", "{}")]
    public void An_included_file_stands_where_the_include_stands(string text, string expected) => Json(text).ShouldBe(expected);

    [Theory]
    [InlineData("a { include \"needs.conf\" }", """{"a":{"x":10,"y":10}}""")]
    [InlineData("a { include \"needs.conf\" }\na { x = 42 }", """{"a":{"x":42,"y":42}}""")]
    [InlineData("a { include \"outer.conf\" }\nz = 3", """{"a":{"y":3},"z":3}""")]
    [InlineData("a { include \"outer.conf\", z = 4 }\nz = 3", """{"a":{"y":4,"z":4},"z":3}""")]
    [InlineData("a.b { include \"nest.conf\" }", """{"a":{"b":{"c":{"x":10,"y":10}}}}""")]
    [InlineData("a = [{ include \"outer.conf\" }]\nz = 3", """{"a":[{"y":3}],"z":3}""")]
    [InlineData("a { x = 9, include \"back.conf\" }", """{"a":{"x":"9!"}}""")]
    public void Its_substitutions_look_beside_themselves_first_and_then_from_the_root(string text, string expected) => Json(text).ShouldBe(expected);

    [Fact]
    public void A_name_is_sought_beside_the_including_file_and_then_below_the_root()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["runs/sn28.conf"] = "include \"part.conf\"\ninclude \"protocol/launch.conf\"",
            ["runs/part.conf"] = "part = near",
            ["part.conf"] = "part = far",
            ["protocol/launch.conf"] = "include \"more.conf\"",
            ["protocol/more.conf"] = "more = 1",
        };
        Some.Json(Some.Tree(files, ConfigLayer.File("runs/sn28.conf"))).ShouldBe("""{"part":"near","more":1}""");
    }

    [Fact]
    public void A_value_knows_the_chain_of_includes_that_brought_it()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["a.conf"] = "# first\n  include \"d/b.conf\"",
            ["d/b.conf"] = "x { include \"c.conf\" }",
            ["d/c.conf"] = "y = 1",
        };
        Some.Tree(files, ConfigLayer.File("a.conf")).Root.Find("x.y")!.Origin.ToString()
            .ShouldBe("d/c.conf:1:5 (included from d/b.conf:1:5) (included from a.conf:2:3)");
    }

    [Theory]
    [InlineData("include \"test.conf\"", "test.conf:1:1 an include leads back to itself: test.conf -> test.conf")]
    [InlineData("include \"circle.conf\"", "circle2.conf:1:1 an include leads back to itself: test.conf -> circle.conf -> circle2.conf -> circle.conf")]
    [InlineData("include required(\"missing.conf\")", "test.conf:1:1 the included file \"missing.conf\" does not exist")]
    [InlineData("x = 1, include \"/etc/passwd\"", "test.conf:1:8 include \"/etc/passwd\" is not below the config root")]
    [InlineData("include \"../b.conf\"", "test.conf:1:1 include \"../b.conf\" leads upwards")]
    [InlineData("include \"sub/../b.conf\"", "test.conf:1:1 include \"sub/../b.conf\" leads upwards")]
    [InlineData("include \"array.conf\"", "array.conf:1:1 the root of a configuration is an array")]
    [InlineData("include \"b.conf\" y = 2", "test.conf:1:1 include is not followed by a file name")]
    [InlineData("include file(\"b.conf\"", "test.conf:1:1 include is not followed by a file name")]
    [InlineData("include \"broken.conf\"", "broken.conf:2:3 a value is missing here")]
    public void What_cannot_be_included_is_an_error_at_its_statement(string text, string expected) => Some.Errors(Tree(text)).ShouldBe([expected]);

    [Fact]
    public void A_missing_file_is_left_out_with_a_warning()
    {
        var diagnostic = Tree("include \"missing.conf\"").Diagnostics.ShouldHaveSingleItem();
        diagnostic.Severity.ShouldBe(Severity.Warning);
        diagnostic.Message.ShouldBe("the included file \"missing.conf\" does not exist and is left out");
    }

    [Fact]
    public void Thirty_two_includes_are_read_and_the_next_is_an_error()
    {
        Json(string.Concat(Enumerable.Repeat("include \"b.conf\"\n", 32))).ShouldBe("""{"x":1}""");
        Some.Errors(Tree(string.Concat(Enumerable.Repeat("include \"b.conf\"\n", 33)))).ShouldBe(["test.conf:33:1 more than 32 includes"]);
    }

    [Fact]
    public void Files_that_include_one_another_many_times_come_to_an_end()
    {
        var files = Enumerable.Range('a', 20).ToDictionary(
            c => $"{(char)c}.conf", c => string.Concat(Enumerable.Repeat($"include \"{(char)(c + 1)}.conf\"\n", 20)), StringComparer.Ordinal);
        Some.Errors(Some.Tree(files, ConfigLayer.File("a.conf"))).ShouldContain(line => line.EndsWith("more than 32 includes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_setting_cannot_include() =>
        Some.Errors(Some.Tree(ConfigLayer.Setting("include \"b.conf\""))).ShouldBe(["-s:1:1 a setting cannot include a file"]);

    private static string Json(string text) => Some.Json(Tree(text));

    private static ConfigTree Tree(string text) => Some.Tree(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["test.conf"] = text,
            ["b.conf"] = "x = 1",
            ["braces.conf"] = "{ b = 1 }",
            ["empty.conf"] = "",
            ["needs.conf"] = "x = 10, y = ${x}",
            ["outer.conf"] = "y = ${z}",
            ["nest.conf"] = "c { include \"needs.conf\" }",
            ["back.conf"] = "x = ${x}\"!\"",
            ["circle.conf"] = "include \"circle2.conf\"",
            ["circle2.conf"] = "include \"circle.conf\"",
            ["array.conf"] = "[1]",
            ["broken.conf"] = "x = 1\ny = ",
        },
        ConfigLayer.File("test.conf"));
}
