using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Detectors;

/// <summary>
/// A price far below its highest of the last hours. It lasts from that highest price to the lowest one, and is over when the price has recovered or falls no more;
/// how large it was is told against the highest price of the day before.
/// </summary>
internal sealed class Crash(CrashRule rule) : Detector
{
    private readonly BySubnet<Fall> falls = new();

    public override void Price(SubnetTape tape)
    {
        if (!tape.IsKnownFor(rule.MaximumOver)) return;
        ref var fall = ref falls[tape.Netuid];
        if (fall.IsOpen) Follow(tape, ref fall);
        else Look(tape, ref fall);
    }

    public override IEnumerable<Sighting> End(Block last, IReadOnlyList<AccountHolding> holdings)
    {
        foreach (var fall in falls.All)
            if (fall.Seen is { } seen)
                Seen.Add(seen);
        return Seen;
    }

    private void Look(SubnetTape tape, ref Fall fall)
    {
        var (high, highest) = tape.Highest(fall.NotBefore);
        if (tape.Price > (1 - rule.Fall) * highest) return;
        var top = tape.Top(rule.MaximumOver, fall.NotBefore);
        fall = new Fall(top, tape.Last, tape.Price, fall.NotBefore, new Sighting(DetectionKind.Crash, tape.Netuid, tape.BlockOf(high), tape.BlockOf(tape.Last), 1 - tape.Price / top));
    }

    private void Follow(SubnetTape tape, ref Fall fall)
    {
        if (tape.Price < fall.Trough)
            fall = fall with { Trough = tape.Price, TroughAt = tape.Last, Seen = fall.Seen! with { To = tape.BlockOf(tape.Last), Value = 1 - tape.Price / fall.Top } };
        if (tape.Price < (1 + rule.OverAt) * fall.Trough && tape.Last - fall.TroughAt <= SubnetTape.PlacesOf(rule.Within)) return;
        Seen.Add(fall.Seen!);
        fall = new Fall(0, 0, 0, NotBefore: tape.Last, Seen: null);
    }

    /// <param name="NotBefore">The next fall is counted from a high after this place.</param>
    /// <param name="Seen">Null while there is none.</param>
    private readonly record struct Fall(double Top, long TroughAt, double Trough, long NotBefore, Sighting? Seen)
    {
        public bool IsOpen => Seen is not null;
    }
}
