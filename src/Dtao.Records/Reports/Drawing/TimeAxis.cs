using System.Globalization;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Reports.Drawing;

/// <summary>Blocks, labelled by the days since the run's first block and the date beneath.</summary>
/// <param name="Start">Day 0.</param>
internal sealed record TimeAxis(double From, double To, Block Start, SimulatedTime Time) : Axis(From, To)
{
    private static readonly double[] Spans =
        [10, 50, 150, Block.PerHour, 3 * Block.PerHour, 6 * Block.PerHour, 12 * Block.PerHour, .. new double[] { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000, 20_000 }.Select(days => days * Block.PerDay)];

    public override IReadOnlyList<Tick> Ticks(int most)
    {
        var span = Array.Find(Spans, span => (To - From) / span <= most) is > 0 and var fits ? fits : Spans[^1];
        return [.. Steps.Between(From - Start.Height, To - Start.Height, span).Select(since => Of(new Block(Start.Height + (long)since), span))];
    }

    private Tick Of(Block block, double span)
    {
        var at = Time.At(block);
        return span >= Block.PerDay
            ? new Tick(block.Height, Words((block - Start) / (double)Block.PerDay, "0"), at.ToString("d MMM", CultureInfo.InvariantCulture))
            : new Tick(block.Height, Words((block - Start) / (double)Block.PerDay, span >= 6 * Block.PerHour ? "0.##" : "0.###"), at.ToString(span >= 3 * Block.PerHour ? "d MMM HH:mm" : "HH:mm", CultureInfo.InvariantCulture));
    }

    private static string Words(double days, string format) => days.ToString(format, CultureInfo.InvariantCulture);
}
