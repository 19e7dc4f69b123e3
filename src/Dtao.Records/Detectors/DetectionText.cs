using System.Globalization;
using Dtao.Protocol.Units;
using Dtao.Records.Log;

namespace Dtao.Records.Detectors;

/// <summary>A detection in one sentence: what was seen and who traded meanwhile, never why.</summary>
internal static class DetectionText
{
    public static string Of(Sighting seen, Trader? about, IReadOnlyList<Trader> traders) => Sentence.Harmless(seen.Kind switch
    {
        DetectionKind.Pump => $"{Subnet(seen)} rose to {Percent(seen.Value)} above its median of the time before in {Time(seen)}{Most("bought", Testimony.Strategies(traders).Where(row => row.Net > 0))}",
        DetectionKind.Crash => $"{Subnet(seen)} fell to {Percent(seen.Value)} below its highest price of the time before in {Time(seen)}{FirstSale(traders)}{Most("sold", Testimony.Strategies(traders).Where(row => row.Net < 0).Reverse())}",
        DetectionKind.SellOff => $"{Whole(Number(seen, "classes"))} strategies at once sold {Subnet(seen)} for {Time(seen)}, {Percent(seen.Value)} of the TAO in its pool{Most("sold", Testimony.Strategies(traders).Where(row => row.Net < 0).Reverse())}",
        DetectionKind.CapHit => $"The injection cap bound on {Subnet(seen)} for {Whole(seen.To - seen.From + 1)} blocks, and {Amount(Number(seen, "tao_beyond"))} TAO went in beyond the balance",
        DetectionKind.ConsensusCapture => $"{about?.Name} set the consensus of {Subnet(seen)} alone in {Whole(Number(seen, "epoch_count"))} epochs, with {Percent(seen.Value)} of the active stake and weights {Percent(Number(seen, "apart"))} apart from the others'",
        DetectionKind.Intervention => $"{about?.Name} decided what {Subnet(seen)} pays its miners for, with {Percent(Number(seen, "share"))} of the active stake; {Percent(seen.Value)} of the pay moved in one epoch, and {Whole(Number(seen, "epoch_count"))} epochs paid {Amount(Number(seen, "paid_alpha"))} alpha so",
        _ when about is not null => $"{about.Name} holds {Percent(seen.Value)} of {Subnet(seen)}'s alpha outside the pool",
        _ => $"{Subnet(seen)} got {Percent(seen.Value)} of all TAO injected at its most, for {Time(seen)}",
    });

    private static string Subnet(Sighting seen) => $"SN{seen.Netuid}";

    private static string Time(Sighting seen) => (seen.To - seen.From) switch
    {
        < 600 and var blocks => $"{Amount(blocks * Block.Seconds / 60.0)} min",
        < 2 * Block.PerDay and var blocks => $"{Amount(blocks * Block.Seconds / 3600.0)} h",
        var blocks => $"{Amount(blocks / (double)Block.PerDay)} days",
    };

    private static string Most(string did, IEnumerable<(string Strategy, int Agents, long Net)> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0) return "";
        var sum = all.Sum(row => Math.Abs(row.Net));
        return $"; {all[0].Strategy} {did} most, {Amount(new Tao((ulong)Math.Abs(all[0].Net)).Tokens)} TAO net, {Percent(Math.Abs(all[0].Net) / (double)sum)} of what was {did}";
    }

    private static string FirstSale(IReadOnlyList<Trader> traders) => Testimony.FirstSeller(traders) is { FirstSale: { } sale } first ? $"; {first.Name} sold first, at block {Whole(sale.Block)}" : "";

    private static double Number(Sighting seen, string name) => seen.Numbers.First(number => number.Name == name).Value;

    private static string Percent(double fraction) => (fraction * 100).ToString("#,0.#", CultureInfo.InvariantCulture) + " %";

    private static string Amount(double amount) => amount.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Whole(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
