using Dtao.Hocon;
using Dtao.Protocol.Units;
using Dtao.Records.Panels;
using Dtao.Records.Statistics;
using Dtao.Records.Validation;
using Dtao.Sweeps.Validation;

namespace Dtao.Sweeps.Tests.Validation;

/// <summary>The same code that measures runs gives the record's figures from the chain's own price files.</summary>
public sealed class The_record
{
    /// <summary>Where the files say something else than the record's text, and why stands in the targets.</summary>
    private static readonly string[] Known = ["17 spread", "30 10-min"];

    [RecordFact]
    public void is_what_the_files_give_but_for_what_is_known_to_differ()
    {
        var set = TargetsFile.Read(TargetsFile.Shipped, new DiagnosticBag());
        using var chain = Evidence.Of(Files, set.Marks, set.Start);
        var measured = RunMeasures.Of("chain", chain, set);
        var compared = set.Targets.SelectMany(target => target.Figures, (target, figure) => (Name: $"{target.Number} {figure.Name}", Figure: figure)).Where(row => row.Figure.Recorded is not null).ToArray();
        Assert.Equal(57, compared.Length);
        Assert.Equal(Known, compared.Where(row => !row.Figure.Recorded!.Value.Agrees(measured.Of(row.Figure).Value)).Select(row => row.Name));
        Assert.All(compared.Where(row => Known.Contains(row.Name)), row => Assert.NotEqual("", row.Figure.Why));
    }

    [RecordFact]
    public void has_every_day_the_concentration_that_its_own_table_says()
    {
        var compared = Files.CrossSections().Select(day => (day, Prices: PricesAt(day.Day))).Where(row => row.Prices.Length > 0).ToArray();
        var differing = compared.Where(row => !Agrees(row.day, row.Prices)).Select(row => row.day.Day).ToArray();
        Assert.InRange(compared.Length, 130, 135); // In May the chain stood still at a few midnights.
        Assert.Equal(Newcomers, differing);
    }

    /// <summary>On these days the table leaves out one newcomer more: it looked for dust prices every two minutes, the hourly file shows fewer.</summary>
    private static DateOnly[] Newcomers => [new(2025, 3, 13), new(2025, 3, 17), new(2025, 4, 21), new(2025, 6, 3)];

    private static readonly Lazy<PricePanel> HourlyPrices = new(() => Cleaning.WithoutDust(Files.Hourly()));

    private static PricePanel Hourly => HourlyPrices.Value;

    private static double[] PricesAt(DateOnly day)
    {
        var midnight = Hourly.RowAt(Hourly.First + 32 * Block.PerHour) + (day.DayNumber - new DateOnly(2025, 2, 16).DayNumber) * 24;
        return [.. Hourly.Trading(midnight)];
    }

    private static bool Agrees((DateOnly Day, double Sum, double Hhi, double Gini, double TopTen) day, double[] prices) =>
        Near(day.Sum, prices.Sum()) && Near(day.Hhi, Hhi.Of(prices)) && Near(day.Gini, Gini.Of(prices)) && Near(day.TopTen, TopShare.Of(prices, 10));

    /// <summary>The table has five digits.</summary>
    private static bool Near(double said, double found) => Math.Abs(said - found) < 0.000_01;

    private static RecordFiles Files => new(RecordFactAttribute.RecordFolder!);
}
