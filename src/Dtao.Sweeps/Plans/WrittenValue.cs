using System.Globalization;
using Dtao.Hocon;
using Dtao.Records.Reading;

namespace Dtao.Sweeps.Plans;

/// <summary>A number that was drawn or stepped to, as it is written into a configuration.</summary>
/// <remarks>Four digits of what is drawn, so that what is run is what is read and pasted.</remarks>
public static class WrittenValue
{
    /// <param name="path">Of the setting. Whole numbers are written where it ends in <c>count</c>.</param>
    public static string Of(string path, Unit unit, double value) => unit switch
    {
        Unit.Blocks => FormattableString.Invariant($"{Math.Round(value)} blocks"),
        Unit.Tao => $"{Short(value)} tao",
        Unit.Alpha => $"{Short(value)} alpha",
        Unit.Price => $"{Short(value)} tao/alpha",
        _ when path.EndsWith(".count", StringComparison.Ordinal) => FormattableString.Invariant($"{Math.Round(value)}"),
        _ => Short(value),
    };

    /// <summary>The unit that a value is written in, by its looks: a plan does not know the settings that it varies.</summary>
    public static Unit UnitOf(ConfigValue? value) => Words(value).Select(UnitOf).FirstOrDefault(unit => unit != Unit.Fraction, Unit.Fraction);

    /// <summary>What such a text says in a unit; null where it says none.</summary>
    public static double? Read(string text, Unit unit)
    {
        var parsed = unit switch
        {
            Unit.Price => Quantity.Price(text),
            Unit.Tao => Quantity.Tao(text).Map(rao => rao / Rao.PerCoin),
            Unit.Alpha => Quantity.Alpha(text).Map(rao => rao / Rao.PerCoin),
            Unit.Blocks => Quantity.Blocks(text).Map(blocks => (double)blocks),
            Unit.Number => Quantity.Number(text),
            _ => Quantity.Fraction(text),
        };
        return parsed.Error is null ? parsed.Value : null;
    }

    private static IEnumerable<string> Words(ConfigValue? value) => value switch
    {
        ConfigScalar scalar => [scalar.Text],
        ConfigArray array => array.Items.SelectMany(Words),
        ConfigObject draw => draw.Fields.Values.SelectMany(Words),
        _ => [],
    };

    /// <inheritdoc cref="UnitOf(ConfigValue?)"/>
    public static Unit UnitOf(string text) =>
        Quantity.Price(text).Error is null ? Unit.Price
        : Quantity.Tao(text).Error is null ? Unit.Tao
        : Quantity.Alpha(text).Error is null ? Unit.Alpha
        : Quantity.Blocks(text).Error is null ? Unit.Blocks
        : Unit.Fraction;

    private static string Short(double value) =>
        decimal.Parse(value.ToString("G4", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
