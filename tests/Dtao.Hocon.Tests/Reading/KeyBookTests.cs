using Shouldly;

namespace Dtao.Hocon.Tests.Reading;

public sealed class KeyBookTests
{
    private readonly KeyBook book = new();

    [Fact]
    public void Every_key_that_a_reader_asks_for_is_in_the_book_with_what_may_stand_there()
    {
        var c = new ConfigReader(Some.Tree("run { seed = 1 }, draw = 5%").Root, new DiagnosticBag(), book);
        var run = c.Section("run");
        run.Whole("seed", atMost: 9);
        run.Blocks("duration", atLeast: 1, atMost: 100);
        run.Choice("ordering", "lot", "fifo");
        c.Draw("draw", Unit.Fraction, 0, 1);
        c.Tao("total", atLeast: 10_000_000);
        c.Fractions("shares");
        book.Keys.Select(key => $"{key}: {book.NatureOf(key)}").ShouldBe(
        [
            "run.seed: whole number, 0 to 9", "run.duration: blocks, 1 to 100", "run.ordering: one of lot, fifo", "draw: fraction, 0 to 1, may be a draw",
            "total: tao, 0.01 or more", "shares: list, each fraction, 0 to 1",
        ]);
        book.NatureOf("run").ShouldBeNull();
    }

    [Fact]
    public void A_key_that_is_left_out_has_the_nature_of_the_one_that_stands_for_it()
    {
        var c = new ConfigReader(Some.Tree("herd {}, usual { talks = true }").Root, new DiagnosticBag(), book);
        c.Section("usual").Flag("talks");
        c.Section("herd").LeftOutStandsAt("talks", "usual.talks");
        book.ElsewhereOf("herd.talks").ShouldBe("usual.talks");
        book.NatureOf("herd.talks").ShouldBe(new KeyNature(KeyKind.Flag));
        book.ElsewhereOf("usual.talks").ShouldBeNull();
    }

    [Theory]
    [InlineData("50%", "0.5", KeyKind.Fraction)]
    [InlineData("1 day", "7200 blocks", KeyKind.Blocks)]
    [InlineData("1 tao", "1000000000 rao", KeyKind.Tao)]
    [InlineData("2.50 alpha", "2500000000 rao", KeyKind.Alpha)]
    [InlineData("0.50 tao/alpha", "5e-1 tao/alpha", KeyKind.Price)]
    [InlineData("1.0", "1", KeyKind.Number)]
    [InlineData("\"1\"", "1", KeyKind.Whole)]
    [InlineData("\"lot\"", "lot", KeyKind.Choice)]
    public void Two_ways_to_write_one_value_have_one_normal_form(string one, string other, KeyKind kind)
    {
        Normal(one, new KeyNature(kind)).ShouldBe(Normal(other, new KeyNature(kind)));
        Normal(one, new KeyNature(kind)).ShouldNotBe(Normal(kind == KeyKind.Choice ? "fifo" : other.Trim('"').Replace("e-1", "e-2", StringComparison.Ordinal).Insert(0, "3"), new KeyNature(kind)));
    }

    [Theory]
    [InlineData("{ uniform = [50%, 1] }", "{ uniform = [0.5, 100%] }", true)]
    [InlineData("{ uniform = [50%, 1] }", "{ normal = [50%, 1] }", false)]
    [InlineData("{ exponential = 2 }", "2", false)]
    public void Draws_have_one_too(string one, string other, bool isSame) =>
        (Normal(one, KeyNature.Drawn(Unit.Fraction, null, null)) == Normal(other, KeyNature.Drawn(Unit.Fraction, null, null))).ShouldBe(isSame);

    [Theory]
    [InlineData("x = 1\n# one\n# two\na = 1", "one two", "one two")]
    [InlineData("# one\nx = 1\na = 1", null, "one")]
    [InlineData("# one\n\na = 1", null, null)]
    [InlineData("# one\nx {\n  a = 1 }", null, null)]
    [InlineData("a = 1", null, null)]
    public void The_comment_above_a_key_is_its_own_or_that_of_its_group(string text, string? own, string? ofGroup)
    {
        var tree = Some.Tree(text).Root;
        var key = (tree.Find("a") ?? tree.Find("x.a"))!.KeyOrigin;
        CommentLines.Above(key).ShouldBe(own);
        CommentLines.AboveGroup(key).ShouldBe(ofGroup);
    }

    [Theory]
    [InlineData("a = { uniform = [1, 2 tao] }", "{ uniform = [1, 2 tao] }")]
    [InlineData("a = [x, \"y,z\", []]", "[x, \"y,z\", []]")]
    [InlineData("a { b { c = true }, \"odd.key\" = null }", "{ b = { c = true }, \"odd.key\" = null }")]
    public void A_value_on_one_line_reads_back_the_same(string text, string line)
    {
        HoconPrinter.OnOneLine(Some.Tree(text).Root.Find("a")!).ShouldBe(line);
        Some.Json($"a = {line}").ShouldBe(Some.Json(text));
    }

    private static string Normal(string value, KeyNature nature) => NormalForm.Of(Some.Tree($"a = {value}").Root, "a", nature);
}
