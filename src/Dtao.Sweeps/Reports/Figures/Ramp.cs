using System.Globalization;

namespace Dtao.Sweeps.Reports.Figures;

/// <summary>Colours of probabilities: one hue from light to dark, so that order is seen without any sense of hue, on light paper and dark.</summary>
/// <remarks>ColorBrewer's Blues, Brewer and Harrower (2003), which fits all kinds of colour blindness; between its nine colours on straight lines.</remarks>
internal static class Ramp
{
    private static readonly (int Red, int Green, int Blue)[] Stops =
        [(0xf7, 0xfb, 0xff), (0xde, 0xeb, 0xf7), (0xc6, 0xdb, 0xef), (0x9e, 0xca, 0xe1), (0x6b, 0xae, 0xd6), (0x42, 0x92, 0xc6), (0x21, 0x71, 0xb5), (0x08, 0x51, 0x9c), (0x08, 0x30, 0x6b)];

    /// <param name="share">0 to 1.</param>
    /// <returns><c>#rrggbb</c>.</returns>
    public static string At(double share) => Hex(ColourAt(share));

    /// <summary>The same, more than half of it white.</summary>
    public static string Pale(double share) => ColourAt(share) is var colour ? Hex((White(colour.Red), White(colour.Green), White(colour.Blue))) : "";

    private static (int Red, int Green, int Blue) ColourAt(double share)
    {
        var place = Math.Clamp(share, 0, 1) * (Stops.Length - 1);
        var at = Math.Min((int)place, Stops.Length - 2);
        var (from, to, part) = (Stops[at], Stops[at + 1], place - at);
        return (Mix(from.Red, to.Red), Mix(from.Green, to.Green), Mix(from.Blue, to.Blue));

        int Mix(int low, int high) => (int)Math.Round(low + part * (high - low));
    }

    private static string Hex((int Red, int Green, int Blue) colour) => string.Create(CultureInfo.InvariantCulture, $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}");

    private static int White(int part) => 255 - (255 - part) * 2 / 5;

    /// <summary>Whether white letters read better on it than dark ones: from there on the contrast of white is above 4.5.</summary>
    public static bool IsDark(double share) => share > 0.68;
}
