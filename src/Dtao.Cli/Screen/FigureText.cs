using System.Globalization;
using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Cli.Screen;

/// <summary>Figures of a validation as people read them, in the unit of their measure.</summary>
internal static class FigureText
{
    public static string Value(TargetFigure figure, double value) => Value(figure.Measure?.Unit, value);

    public static string Value(MeasureUnit? unit, double value) => double.IsNaN(value) ? "" : unit switch
    {
        MeasureUnit.Percent => Number(value * 100, "0.0") + " %",
        MeasureUnit.Times => "x" + Number(value, "0.00"),
        MeasureUnit.Hours => Number(value, "0.0") + " h",
        MeasureUnit.Days => Number(value, "0.0") + " d",
        MeasureUnit.Tao => Number(value, "0") + " TAO",
        MeasureUnit.Count => Number(value, "0.#"),
        _ => Math.Abs(value) < 0.001 && value != 0 ? Number(value, "0.00e+0") : Number(value, "0.###"),
    };

    public static string Range(TargetFigure figure) => figure.Accept switch
    {
        null => "shown only",
        { AtLeast: { } low, AtMost: { } high } => $"{Value(figure, low)} to {Value(figure, high)}",
        { AtLeast: { } low } => $"from {Value(figure, low)}",
        { AtMost: { } high } => $"to {Value(figure, high)}",
        _ => "any",
    };

    /// <summary>Median and band.</summary>
    public static string Band(TargetFigure figure, Band band) => band.Count switch
    {
        0 => "",
        1 => Value(figure, band.Median),
        _ => $"{Value(figure, band.Median)} [{Value(figure, band.Low)}, {Value(figure, band.High)}]",
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
