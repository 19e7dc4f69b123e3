using System.Globalization;
using Dtao.Protocol.Units;
using Dtao.Records.Log;
using Dtao.Records.Reading;

namespace Dtao.Records.Detectors;

/// <summary>A detection in one sentence: what was seen and who traded meanwhile, never why.</summary>
internal static class DetectionText
{
    public static string Of(Sighting seen, Trader? about, Crowd crowd) => Sentence.Harmless(seen.Kind switch
    {
        DetectionKind.Pump => $"{Subnet(seen)} rose {Percent(seen.Value)} above its median of the time before in {Time(seen)}{Most("bought", crowd.Strategies.Where(row => row.Net > 0))}",
        DetectionKind.Crash => $"{Subnet(seen)} fell {Percent(seen.Value)} below its highest price of the time before in {Time(seen)}{FirstSale(crowd)}{Most("sold", crowd.Strategies.Where(row => row.Net < 0).Reverse())}",
        DetectionKind.SellOff => $"{Whole(Number(seen, "classes"))} strategies at once sold {Subnet(seen)} for {Time(seen with { From = seen.From + -1 })}, {Percent(seen.Value)} of the TAO in its pool{Most("sold", crowd.Strategies.Where(row => row.Net < 0).Reverse())}",
        DetectionKind.CapHit => $"The injection cap bound on {Subnet(seen)} for {Whole(seen.To - seen.From + 1)} blocks, and {Amount(Number(seen, "tao_beyond"))} TAO went in beyond the balance",
        DetectionKind.ConsensusCapture => $"{about?.Name} set the consensus of {Subnet(seen)} alone in {Count(Number(seen, "epoch_count"), "epoch")}, with {Percent(seen.Value)} of the active stake and weights {Percent(Number(seen, "apart"))} apart from the others'",
        DetectionKind.Intervention => $"{about?.Name} decided what {Subnet(seen)} pays its miners for, with {Percent(Number(seen, "share"))} of the active stake; {Percent(seen.Value)} of the pay moved in one epoch, and {Amount(Number(seen, "paid_alpha"))} alpha were paid so in {Count(Number(seen, "epoch_count"), "epoch")}",
        _ when about is not null => $"{about.Name} holds {Percent(seen.Value)} of {Subnet(seen)}'s alpha outside the pool",
        _ => $"{Subnet(seen)} got {Percent(seen.Value)} of all TAO injected at its most, for {Time(seen)}",
    });

    private static string Subnet(Sighting seen) => $"SN{seen.Netuid}";

    private static string Time(Sighting seen) => (seen.To - seen.From) switch
    {
        < 600 and var blocks => $"{Amount(blocks * Block.Seconds / 60.0)} min",
        < 2 * Block.PerDay and var blocks => $"{Amount(blocks / (double)Block.PerHour)} h",
        var blocks => $"{Amount(blocks / (double)Block.PerDay)} days",
    };

    private static string Most(string did, IEnumerable<(string Strategy, int Agents, long Net, double Share)> rows) => rows.Take(1).ToArray() is [var most]
        ? $"; {most.Strategy} {did} most, {Amount(Math.Abs(most.Net) / Rao.PerCoin)} TAO net, {Percent(most.Share)} of what was {did}"
        : "";

    private static string FirstSale(Crowd crowd) => crowd.FirstSeller is { } first ? $"; {first.Trader.Name} sold first, at block {Whole(first.Block)}" : "";

    private static double Number(Sighting seen, string name) => seen.Numbers.First(number => number.Name == name).Value;

    private static string Percent(double fraction) => (fraction * 100).ToString("#,0.#", CultureInfo.InvariantCulture) + " %";

    private static string Amount(double amount) => amount.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Count(double count, string of) => $"{Whole(count)} {of}{(count == 1 ? "" : "s")}";

    private static string Whole(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
