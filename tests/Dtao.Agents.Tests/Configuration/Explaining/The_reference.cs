using System.Globalization;
using System.Text.RegularExpressions;
using Dtao.Agents.Configuration;
using Dtao.Agents.Configuration.Explaining;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Tests.Configuration.Explaining;

/// <summary>What <c>config/reference.conf</c> and what it includes say of a key, held against what the program takes there.</summary>
public sealed partial class The_reference
{
    private const string Cohort = "cohorts.any={role=speculator,strategy=momentum,count=1,wealth=1 tao}";

    private static readonly Reference Shipped = new(StrategyCatalogue.BuiltIn());

    /// <summary>Every key of a run, its cohorts' own among them.</summary>
    private static readonly KeyBook Book = LoadedConfig.Load(ConfigInput.Of(null, Cohort), StrategyCatalogue.BuiltIn()).Keys;

    public static TheoryData<string> Keys => [.. Book.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void says_of_every_key_what_it_does_in_which_unit_and_range_and_why(string key)
    {
        var comment = KeyComment.Of(Shipped.Documentation(key, Book.ElsewhereOf(key)) ?? "");
        var nature = Book.NatureOf(key)!;
        Assert.NotEqual("", comment.Meaning);
        Assert.Equal(UnitOf(nature), comment.Unit);
        if (nature.Kind == KeyKind.Choice) Assert.Equal(ChoicesOf(key, nature), comment.Range);
        else if (nature.Kind is not (KeyKind.Text or KeyKind.Flag or KeyKind.Object)) Assert.Equal((nature.AtLeast, nature.AtMost), RangeOf(comment.Range, nature.Kind));
        Assert.Matches(Reason, comment.Reason);
    }

    [Fact]
    public void has_a_default_for_every_key_but_what_a_cohort_says_itself() =>
        Assert.Equal(
            ["cohorts.any.role", "cohorts.any.strategy", "cohorts.any.count", "cohorts.any.wealth"],
            Book.Keys.Where(key => Shipped.Default(key, Book.ElsewhereOf(key)) is null));

    [Fact]
    public void shows_examples_for_those_that_are_valid()
    {
        var examples = (ConfigObject)LoadedConfig.Load(ConfigInput.Of(null), StrategyCatalogue.BuiltIn()).Tree.Root.Fields["x-cohort"];
        Written.Run(string.Concat(examples.Fields.Select(example => $"cohorts.some.{example.Key} = {HoconPrinter.OnOneLine(example.Value)}\n")));
    }

    [Fact]
    public void is_asked_for_in_every_key_that_it_has()
    {
        var root = LoadedConfig.Load(ConfigInput.Of(null), StrategyCatalogue.BuiltIn()).Tree.Root;
        Assert.Equal([], Leaves(root, "").Where(key => Book.NatureOf(OfProtocol(key)) is null));
    }

    [Theory] // worked by hand
    [InlineData("Looks. Blocks, 1 to 1 year. Our choice.", "Looks.", "blocks", "1 to 1 year", "Our choice.")]
    [InlineData("Shares: of all. List, each fraction, 0 to 1. Source: a.", "Shares: of all.", "fraction", "0 to 1", "Source: a.")]
    [InlineData("On root. Fraction, 0 to 1, may be a draw. Default: none.", "On root.", "fraction", "0 to 1", "Default: none.")]
    [InlineData("Whether. True or false. Default: true.", "Whether.", "true or false", "", "Default: true.")]
    [InlineData("Nothing of the kind", "Nothing of the kind", "", "", "")]
    public void is_read_in_parts(string comment, string meaning, string unit, string range, string reason) =>
        Assert.Equal(new KeyComment(meaning, unit, range, reason), KeyComment.Of(comment));

    /// <summary>A set of rules has the keys of a protocol.</summary>
    private static string OfProtocol(string key) => RuleSet.Replace(key, "protocol.");

    private static IEnumerable<string> Leaves(ConfigObject section, string path) =>
        from field in section.Fields
        where !field.Key.StartsWith("x-", StringComparison.Ordinal)
        let key = path.Length == 0 ? field.Key : $"{path}.{field.Key}"
        from leaf in field.Value is ConfigObject inner && Book.NatureOf(key) is null ? Leaves(inner, key) : [key]
        select leaf;

    private static string UnitOf(KeyNature nature) => nature.Kind == KeyKind.Choice ? "one of" : nature.Unit;

    private static string ChoicesOf(string key, KeyNature nature) => key.EndsWith(".strategy", StringComparison.Ordinal) ? "the strategies of its role" : string.Join(", ", nature.Choices);

    /// <summary>As in "0.01 to 2^64 - 1", "1 or more", "-5 to 1,000 %", "1 to 10 years". Without words it is the unit's own.</summary>
    private static (decimal? AtLeast, decimal? AtMost) RangeOf(string range, KeyKind kind)
    {
        if (range.Split(" or more") is [var least, ""]) return (Number(least, kind), null);
        var ends = range.Split(" to ");
        Assert.True(ends.Length == 2, $"\"{range}\" is no range");
        return (Number(ends[0], kind), Number(ends[1], kind));
    }

    private static decimal Number(string text, KeyKind kind)
    {
        if (Power.Match(text) is { Success: true } power)
            return (power.Groups["minus"].Success ? -1 : 1) * (decimal)System.Numerics.BigInteger.Pow(int.Parse(power.Groups["base"].Value, CultureInfo.InvariantCulture), int.Parse(power.Groups["exponent"].Value, CultureInfo.InvariantCulture)) - (text.EndsWith("- 1", StringComparison.Ordinal) ? 1 : 0);
        var factor = text.EndsWith('%') && kind == KeyKind.Fraction ? 0.01m : text.Contains("year", StringComparison.Ordinal) ? 2_628_000m : 1m;
        return decimal.Parse(text.Split(' ')[0].TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture) * factor;
    }

    [GeneratedRegex(@"^(?<minus>-)?(?<base>\d+)\^(?<exponent>\d+)( - 1)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Power { get; }

    [GeneratedRegex(@"^rules\.[^.]+\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RuleSet { get; }

    /// <summary>Why the default is what it is, or who says so.</summary>
    [GeneratedRegex(@"Source: |[Dd]efault|Record \d|Prototype|Protocol \d|[Oo]ur (choice|valu)|^As |[Gg]uess|Whale bot|HF-medium|\(\d{4}\)|[Rr]ecord", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reason { get; }
}
