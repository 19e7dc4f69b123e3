using System.Collections.Immutable;
using System.Globalization;
using Dtao.Protocol.Units;
using Dtao.Records.Reports;
using Dtao.Records.Reports.Drawing;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports.Figures;

/// <summary>A series over all runs, and by the values of a factor.</summary>
internal static class FanFigure
{
    /// <summary>Panels, and rows of a table, that a reader still compares.</summary>
    private const int MostPanels = 6, MostRows = 9;

    public static Figure? OfAll(SweepSeries series, string id) => Of(id, series.Name, "All runs", [("all runs", Fan.Of(series))], 230);

    public static Figure? By(SweepRecord sweep, SweepSeries series, StudiedFactor factor, string id)
    {
        var groups = Spread(FactorGroup.Of(sweep, factor, factor.IsSampled ? 3 : MostPanels));
        return groups.Length < 2 ? null : Of(id, series.Name, $"By {factor.Path}", [.. groups.Select(group => ((factor.IsSampled ? "about " : "") + group.Label, Fan.Of(series, group.Points)))], 130);
    }

    /// <summary>The first, the last, and some evenly between.</summary>
    private static FactorGroup[] Spread(ImmutableArray<FactorGroup> groups) =>
        groups.Length <= MostPanels ? [.. groups] : [.. Enumerable.Range(0, MostPanels).Select(i => groups[(int)Math.Round(i * (groups.Length - 1.0) / (MostPanels - 1))])];

    private static Figure? Of(string id, string name, string title, ImmutableArray<(string Name, Fan Fan)> all, double height)
    {
        var fans = all.Where(fan => fan.Fan.Moments.Length > 1).ToImmutableArray();
        if (fans.IsEmpty) return null;
        var days = new LinearAxis(fans.Min(fan => DayOf(fan.Fan.Moments[0])), fans.Max(fan => DayOf(fan.Fan.Moments[^1])), "0.####") { Title = "days" };
        var values = ValueAxis(fans.SelectMany(fan => fan.Fan.Moments)) is var axis && axis is LogAxis ? axis with { Title = $"{name}, log scale" } : axis with { Title = name };
        return new Figure(
            id,
            $"{title}: {name}",
            "Over days since genesis: at each moment the median of the runs, the middle half of them (dark) and the middle nine tenths (light: 5 to 95 of 100). The bands are of the runs, not of the median: more runs do not make them narrower.",
            new Panels([.. fans.Select(fan => new Panel($"{fan.Name} ({Shown.Whole(fan.Fan.Runs)} runs)", days, values, Layers(fan.Fan)))], height),
            [],
            new DataTable([.. all.Length > 1 ? ["value"] : Array.Empty<string>(), "day", "5 %", "25 %", "median", "75 %", "95 %", "runs"], [.. fans.SelectMany(fan => Rows(fan.Name, fan.Fan, all.Length > 1))], Words: all.Length > 1 ? 1 : 0));
    }

    private static ImmutableArray<ILayer> Layers(Fan fan) =>
    [
        new BandArea("band-outer", [.. fan.Moments.Select(moment => (DayOf(moment), moment.P5, moment.P95))]),
        new BandArea("band-inner", [.. fan.Moments.Select(moment => (DayOf(moment), moment.P25, moment.P75))]),
        new Polyline("", Styles.Focus, [.. fan.Moments.Select(moment => (DayOf(moment), moment.P50))]),
    ];

    /// <summary>Logarithmic where all is above 0 and spreads over more than a factor of thirty.</summary>
    private static Axis ValueAxis(IEnumerable<FanMoment> moments)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var moment in moments) (low, high) = (Math.Min(low, moment.P5), Math.Max(high, moment.P95));
        return low > 0 && high / low > 30 ? LogAxis.Around([low, high]) : LinearAxis.Around([low, high]);
    }

    private static IEnumerable<ImmutableArray<string>> Rows(string name, Fan fan, bool isNamed)
    {
        var count = Math.Min(MostRows, fan.Moments.Length);
        return Enumerable.Range(0, count).Select(i => fan.Moments[i * (fan.Moments.Length - 1) / Math.Max(1, count - 1)]).Select(moment => (ImmutableArray<string>)
            [.. isNamed ? [name] : Array.Empty<string>(), DayOf(moment).ToString("0.####", CultureInfo.InvariantCulture), Shown.Price(moment.P5), Shown.Price(moment.P25), Shown.Price(moment.P50), Shown.Price(moment.P75), Shown.Price(moment.P95), Shown.Whole(moment.Count)]);
    }

    private static double DayOf(FanMoment moment) => moment.Block / (double)Block.PerDay;
}
