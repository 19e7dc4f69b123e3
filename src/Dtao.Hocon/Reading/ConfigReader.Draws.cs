namespace Dtao.Hocon;

public sealed partial class ConfigReader
{
    private const double RaoPerCoin = 1e9;

    private const string DrawForms =
        "write a constant, or one of { uniform = [a, b] } { normal = [mean, sd] } { lognormal = [median, sigma] } { exponential = mean } { pareto = [shape, scale] }";

    private static readonly string[] Distributions = ["uniform", "normal", "lognormal", "exponential", "pareto"];

    /// <summary>A constant, or a distribution such as <c>{ pareto = [1.3, 5 tao] }</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="unit">The unit of the value drawn, and of every parameter that is such a value.</param>
    /// <param name="atLeast">Smallest value for a constant, both ends of a range, and a mean, median or smallest value drawn.</param>
    /// <param name="atMost">The largest, likewise. What a draw gives beyond the bounds its reader sets to the nearer one.</param>
    public DrawSpec Draw(string key, Unit unit, double? atLeast = null, double? atMost = null)
    {
        Note(key, KeyNature.Drawn(unit, atLeast, atMost));
        var (value, parse) = (Need(key), Within(ParserFor(unit), new Bounds(atLeast, atMost) { Unit = SuffixOf(unit) }));
        return value is ConfigObject draw
            ? DrawFrom(draw, key, parse, ParserFor(unit))
            : DrawSpec.Constant(value is null ? 0 : Read(value, PathOf(key), parse, "a constant or a draw", 0));
    }

    private static Func<string, Parsed<double>> ParserFor(Unit unit) => unit switch
    {
        Unit.Tao => text => Quantity.Tao(text).Map(rao => rao / RaoPerCoin),
        Unit.Alpha => text => Quantity.Alpha(text).Map(rao => rao / RaoPerCoin),
        Unit.Blocks => text => Quantity.Blocks(text).Map(blocks => (double)blocks),
        Unit.Price => Quantity.Price,
        Unit.Fraction => Quantity.Fraction,
        _ => Quantity.Number,
    };

    private static Func<string, Parsed<double>> Within(Func<string, Parsed<double>> parse, Bounds bounds) => text => Within(parse(text), text, bounds);

    private static string SuffixOf(Unit unit) => unit switch
    {
        Unit.Number or Unit.Fraction => "",
        Unit.Price => " tao/alpha",
        _ => " " + unit.ToString().ToLowerInvariant(),
    };

    /// <param name="own">Reads a value as it may be drawn.</param>
    /// <param name="spread">Reads what is in the same unit and need not lie in the same range.</param>
    private DrawSpec DrawFrom(ConfigObject draw, string key, Func<string, Parsed<double>> own, Func<string, Parsed<double>> spread)
    {
        var bare = ParserFor(Unit.Number);
        var positive = new Bounds(Above: 0);
        var reader = Open(draw, PathOf(key));
        if (draw.Fields.Count == 1)
        {
            switch (draw.Fields.Keys.First())
            {
                case "uniform":
                    return reader.Ordered(reader.Pair("uniform", DrawKind.Uniform, (own, default), (own, default)));
                case "normal":
                    return reader.Pair("normal", DrawKind.Normal, (own, default), (spread, new Bounds(AtLeast: 0)));
                case "lognormal":
                    return reader.Pair("lognormal", DrawKind.LogNormal, (own, positive), (bare, new Bounds(AtLeast: 0)));
                case "pareto":
                    return reader.Pair("pareto", DrawKind.Pareto, (bare, positive), (own, positive));
                case "exponential":
                    return new DrawSpec(DrawKind.Exponential, reader.Read("exponential", own, "a mean", positive), 0);
            }
        }

        inner.Remove(reader);
        ReportNoDraw(draw, PathOf(key));
        return DrawSpec.Constant(0);
    }

    /// <summary>Somebody who writes another distribution over the one of an included file gets both, since objects merge.</summary>
    private void ReportNoDraw(ConfigObject draw, string at)
    {
        var kinds = draw.Fields.Keys.Where(Distributions.Contains).ToArray();
        if (kinds.Length > 1)
            diagnostics.Error(draw.Origin, $"{at} is more than one draw: {string.Join(" and ", kinds.Select(kind => $"{kind} ({draw.Fields[kind].Origin.Place})"))}", $"objects merge; write {at} = null before it, to drop the earlier one");
        else if (draw.Fields.Count == 1 && Spelling.Question(Spelling.AllNearest(draw.Fields.Keys.First(), Distributions)) is { Length: > 0 } question)
            diagnostics.Error(draw.Fields.Values.First().KeyOrigin, $"{at} is no draw", $"{question}  (known: {string.Join(", ", Distributions)})");
        else
            diagnostics.Error(draw.Origin, $"{at} is no draw", DrawForms);
    }

    /// <summary>A parameter that could not be read is no number, and neither larger nor smaller.</summary>
    private DrawSpec Ordered(DrawSpec uniform)
    {
        if (uniform.First > uniform.Second)
            Report("uniform", "runs from a larger value to a smaller one", "write the smaller one first");
        return uniform;
    }

    private DrawSpec Pair(string key, DrawKind kind, (Func<string, Parsed<double>> Parse, Bounds Bounds) first, (Func<string, Parsed<double>> Parse, Bounds Bounds) second)
    {
        var items = Items(key);
        if (items.Count == 2)
            return new DrawSpec(kind, Parameter(0, first), Parameter(1, second));
        if (items.Count > 0)
            Report(key, "must have two parameters", DrawForms);
        return DrawSpec.Constant(0);

        double Parameter(int i, (Func<string, Parsed<double>> Parse, Bounds Bounds) parameter) =>
            Read(items[i], PathOf(key, i), text => Within(parameter.Parse(text), text, parameter.Bounds), "a number", double.NaN);
    }
}
