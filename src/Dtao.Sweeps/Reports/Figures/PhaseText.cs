using System.Globalization;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports.Figures;

/// <summary>A cell of a phase diagram in words.</summary>
internal static class PhaseText
{
    public static string Share(PhaseCell of) => of.Odds.Count == 0 ? "-" : Percent(of.Odds.Mean) + " %";

    /// <summary>In percent, without the sign.</summary>
    public static string Interval(PhaseCell of) => of.Odds.Count == 0 ? "" : $"{Percent(of.Odds.Low)}–{Percent(of.Odds.High)}";

    public static string Runs(PhaseCell of) => string.Create(CultureInfo.InvariantCulture, $"{of.Hits}/{of.Odds.Count}");

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture);
}
