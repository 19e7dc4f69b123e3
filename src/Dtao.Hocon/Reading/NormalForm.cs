using System.Globalization;

namespace Dtao.Hocon;

/// <summary>A value without the manner in which it is written: 50% and 0.5, 1 day and 7200 blocks are the same.</summary>
public static class NormalForm
{
    /// <summary>The same text for two values exactly when a reader gets the same from both.</summary>
    /// <param name="section">The object that holds the value.</param>
    /// <param name="key">Its key there.</param>
    public static string Of(ConfigObject section, string key, KeyNature nature)
    {
        var c = new ConfigReader(section, new DiagnosticBag());
        return nature switch
        {
            { MayBeDrawn: true } => Of(c.Draw(key, Enum.Parse<Unit>(nature.Kind.ToString()))),
            { IsList: true } => "[" + string.Join(", ", List(c, key, nature.Kind)) + "]",
            _ => Single(c, key, nature.Kind),
        };
    }

    private static string Of(DrawSpec draw) => draw.Kind == DrawKind.Constant ? Say(draw.First) : $"{draw.Kind} {Say(draw.First)} {Say(draw.Second)}";

    private static string Single(ConfigReader c, string key, KeyKind kind) => kind switch
    {
        KeyKind.Whole => Say(c.Whole(key)),
        KeyKind.Number => Say(c.Number(key)),
        KeyKind.Fraction => Say(c.Fraction(key, atLeast: double.NegativeInfinity, atMost: null)),
        KeyKind.Tao => Say(c.Tao(key)),
        KeyKind.Alpha => Say(c.Alpha(key)),
        KeyKind.Price => Say(c.Price(key)),
        KeyKind.Blocks => Say(c.Blocks(key, atMost: long.MaxValue)),
        _ => QuotedText.Write(c.Text(key)),
    };

    private static IEnumerable<string> List(ConfigReader c, string key, KeyKind kind) => kind switch
    {
        KeyKind.Whole => c.Wholes(key).Select(value => Say(value)),
        KeyKind.Number => c.Numbers(key).Select(value => Say(value)),
        KeyKind.Fraction => c.Fractions(key, atLeast: null, atMost: null).Select(value => Say(value)),
        KeyKind.Blocks => c.Times(key, atMost: long.MaxValue).Select(value => Say(value)),
        KeyKind.Object => (c.Value(key) as ConfigArray)?.Items.Select(JsonPrinter.Print) ?? [],
        _ => c.Texts(key).Select(QuotedText.Write),
    };

    private static string Say(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
