using Shouldly;

namespace Dtao.Hocon.Tests.Diagnostics;

public sealed class SpellingTests
{
    private static readonly string[] Keys =
    [
        "seed", "duration", "title", "name", "ordering", "fee", "kappa", "tempo", "immunity-period", "owner-cut", "root-weight", "alpha-in", "alpha-out", "tao-in", "halving", "strategy",
        "count", "wealth", "role", "patience", "threshold", "look-back", "decay", "beta", "bonds", "weights", "validators", "miners", "speculators", "foundation", "budget", "subnets", "registration-cost",
        "announcement", "slippage", "liquidity", "emission", "injection-cap", "moving-price", "dividends", "block-emission",
    ];

    [Fact]
    public void Nineteen_of_twenty_typing_mistakes_are_understood_and_none_is_misunderstood()
    {
        var random = new Xorshift(7);
        var (right, wrong) = (0, new List<string>());
        for (var i = 0; i < 2_000; i++)
        {
            var meant = random.Pick(Keys);
            var typed = Mistype(meant, random);
            var found = Spelling.Nearest(typed, Keys);
            right += found == meant ? 1 : 0;
            if (found is not null && found != meant && !Keys.Contains(typed)) wrong.Add($"{meant} -> {typed}: {found}");
        }
        right.ShouldBeGreaterThanOrEqualTo(1_900);
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("strategi", "strategy")]
    [InlineData("sede", "seed")]
    [InlineData("Seed", "seed")]
    [InlineData("fees", "fee")]
    [InlineData("ownercut", "owner-cut")]
    [InlineData("owner_cut", "owner-cut")]
    [InlineData("colour", null)]
    [InlineData("alpha-ot", "alpha-out")]
    [InlineData("tao-n", "tao-in")]
    [InlineData("anouncment", "announcement")]
    [InlineData("flow-emission", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void The_word_meant_is_found_or_none(string word, string? meant) => Spelling.Nearest(word, Keys).ShouldBe(meant);

    [Fact]
    public void Words_equally_near_are_all_named_and_none_of_them_is_the_nearest()
    {
        Spelling.Nearest("stip", ["step", "seed", "stop"]).ShouldBeNull();
        Spelling.AllNearest("stip", ["step", "seed", "stop"]).ShouldBe(["step", "stop"]);
        Spelling.AllNearest("stpe", ["step", "slope"]).ShouldBe(["step"]);
        Spelling.Question(["step", "stop"]).ShouldBe("did you mean \"step\" or \"stop\"?");
        Spelling.Question([]).ShouldBe("");
        Spelling.Question(["a", "b", "c", "d"]).ShouldBe("");
    }

    [Theory] // worked by hand
    [InlineData("", "", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "ac", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("abc", "", 3)]
    public void Edits_are_counted_with_swaps(string from, string to, int edits)
    {
        Spelling.Distance(from, to).ShouldBe(edits);
        Spelling.Distance(to, from).ShouldBe(edits);
    }

    private static string Mistype(string word, Xorshift random)
    {
        var at = random.Next(word.Length);
        var letter = (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter.ToString()),
            2 => word.Remove(at, 1).Insert(at, letter.ToString()),
            _ when at + 1 < word.Length => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word + letter,
        };
    }
}
