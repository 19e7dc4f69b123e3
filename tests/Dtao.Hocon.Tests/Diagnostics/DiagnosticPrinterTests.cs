using Shouldly;

namespace Dtao.Hocon.Tests.Diagnostics;

public sealed class DiagnosticPrinterTests
{
    [Fact]
    public void The_caret_stands_under_the_text_also_behind_tabs_and_wide_pairs() => Print("\ta = \"😀\", b = x?y\n").ShouldBe("""
        test.conf:1:16 error: ? cannot stand in a value without quotes
            1 |     a = "😀", b = x?y
              |                    ^ put the text in quotes, or a comma between two fields
        1 error. Nothing was run.

        """);

    [Fact]
    public void Control_and_bidirectional_characters_are_shown_and_not_sent() => Print("a\u001b[31m\u202e = ${\u0007\u200b}").ShouldBe("""
        test.conf:1:1 error: a\u001b has no value
            1 | a\u001b[31m\u202e = ${\u0007\u200b}
              | ^^^^^^^ write key = value, or key { … }
        1 error. Nothing was run.

        """);

    [Fact]
    public void A_long_line_is_cut_around_the_caret()
    {
        var lines = Print(new string('a', 5_000) + "?" + new string('b', 5_000)).Split('\n');
        lines[1].Length.ShouldBe(128);
        lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)].ShouldBe('?');
    }

    [Fact]
    public void Diagnostics_are_in_the_order_of_the_text() =>
        Print("a = ${nowhere}\nb = [1,,2]\nc = ${nowhere2}\r\n").Split('\n').Where(line => line.Contains("error:", StringComparison.Ordinal)).Select(line => line[..13])
            .ShouldBe(["test.conf:1:5", "test.conf:2:8", "test.conf:3:5"]);

    [Fact]
    public void A_hundred_errors_are_shown_and_all_are_counted() =>
        Print(string.Concat(Enumerable.Repeat("a\n", 250))).ShouldEndWith("250 errors, of which 100 are shown. Nothing was run.\n");

    [Fact]
    public void Warnings_alone_stop_nothing() => Print("include \"none\"").ShouldBe("""
        test.conf:1:1 warning: the included file "none" does not exist and is left out
            1 | include "none"
              | ^^^^^^^^^^^^^^ include required(file("…")) makes this an error

        """);

    [Fact]
    public void A_file_that_could_not_be_read_has_a_name_and_no_line()
    {
        var diagnostics = new DiagnosticBag();
        ConfigLoader.Load(MemoryConfigSource.Empty, [ConfigLayer.File("none.conf")], diagnostics);
        Some.Printed(diagnostics).ShouldBe("""
            none.conf error: the file does not exist
                  look at its name
            1 error. Nothing was run.

            """);
    }

    [Theory]
    [InlineData("plain é 漢 😀", "plain é 漢 😀")]
    [InlineData("\u001b]0;x\u0007", "\\u001b]0;x\\u0007")]
    [InlineData("\u009b1m\u007f", "\\u009b1m\\u007f")]
    [InlineData("\u202eevil\u2066", "\\u202eevil\\u2066")]
    [InlineData("a\nb\r", "a\\u000ab\\u000d")]
    [InlineData("\u2028\u2029\ufeff\u200d", "\\u2028\\u2029\\ufeff\\u200d")]
    [InlineData("\udb40\udc41", "\\u{e0041}")]
    public void Text_is_made_safe(string text, string safe) => SafeText.Escape(text).ShouldBe(safe);

    [Fact]
    public void Half_a_pair_of_surrogates_is_made_safe() => SafeText.Escape(['x', '\ud83d']).ShouldBe("x\\ud83d");

    private static string Print(string text)
    {
        var diagnostics = new DiagnosticBag();
        ConfigLoader.Load(MemoryConfigSource.Empty, [ConfigLayer.Text("test.conf", text)], diagnostics);
        return Some.Printed(diagnostics);
    }
}
