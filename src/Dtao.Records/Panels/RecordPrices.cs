using Dtao.Protocol.Units;

namespace Dtao.Records.Panels;

/// <summary>The week of the episode by two minutes, and the subnet of the episode as long as it was followed.</summary>
public sealed class RecordPrices(PricePanel twoMinutes, int episodeNetuid, PriceSeries episode) : IFinePrices
{
    public PriceSeries? Of(int netuid)
    {
        if (netuid == episodeNetuid) return episode;
        var column = twoMinutes.Netuids.ToList().IndexOf(netuid);
        if (column < 0) return null;
        var seen = Enumerable.Range(0, twoMinutes.Rows).Where(row => !double.IsNaN(twoMinutes.Columns[column][row])).ToArray();
        return seen.Length == 0 ? null : new PriceSeries([.. seen.Select(row => twoMinutes.BlockOf(row).Height)], [.. seen.Select(row => twoMinutes.Columns[column][row])]);
    }

    public IReadOnlyList<(int Netuid, double Price)> At(Block block)
    {
        var row = twoMinutes.RowAt(block);
        if (row < 0 || row >= twoMinutes.Rows) return [];
        return [.. twoMinutes.Netuids.Zip(twoMinutes.At(row)).Where(seen => !double.IsNaN(seen.Second))];
    }

    public IReadOnlyList<(int Netuid, Block First)> Newcomers() =>
    [
        .. Enumerable.Range(0, twoMinutes.Columns.Count)
            .Select(i => (Netuid: twoMinutes.Netuids[i], Row: Array.FindIndex(twoMinutes.Columns[i], price => !double.IsNaN(price))))
            .Where(seen => seen.Row > 0)
            .Select(seen => (seen.Netuid, twoMinutes.BlockOf(seen.Row))),
    ];
}
