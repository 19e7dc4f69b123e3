using System.Globalization;
using Dtao.Agents.Census;
using Dtao.Hocon;

namespace Dtao.Sweeps.Searching;

/// <summary>A setting that is drawn for each candidate.</summary>
/// <param name="Path">Of the setting in the run's configuration. Whole numbers are drawn where it ends in <c>count</c>.</param>
/// <param name="Form">What is written there, <see cref="Place"/> standing for the value drawn.</param>
public sealed record SearchedSetting(string Path, DrawSpec Draw, Unit Unit, string Form)
{
    /// <summary>Stands for the drawn value.</summary>
    public const string Place = "@";

    /// <summary>A function of search seed, candidate and path, so that one more setting shifts none of the others.</summary>
    /// <remarks>Four digits, so that what is run is what is read and pasted.</remarks>
    public string ValueFor(ulong seed, int candidate) => InUnit(Draws.From(Draw, seed, (ulong)candidate, Path));

    public string Written(string value) => Form.Replace(Place, value, StringComparison.Ordinal);

    private string InUnit(double value) => Unit switch
    {
        Unit.Blocks => FormattableString.Invariant($"{Math.Round(value)} blocks"),
        Unit.Tao => $"{Short(value)} tao",
        Unit.Price => $"{Short(value)} tao/alpha",
        _ when Path.EndsWith(".count", StringComparison.Ordinal) => FormattableString.Invariant($"{Math.Round(value)}"),
        _ => Short(value),
    };

    private static string Short(double value) =>
        decimal.Parse(value.ToString("G4", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
