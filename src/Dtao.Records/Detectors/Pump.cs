using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Detectors;

/// <summary>
/// A price that stands far above its median of the day and has risen as far within hours, while buyers put TAO into the pool.
/// It lasts from the low before to its highest price, and is over when it has fallen back or has stopped rising.
/// </summary>
internal sealed class Pump(PumpRule rule) : Detector
{
    private readonly BySubnet<Rise> rises = new();

    public override void Price(SubnetTape tape)
    {
        if (!tape.IsKnownFor(rule.MedianOver)) return;
        ref var rise = ref rises[tape.Netuid];
        if (rise.IsOpen) Follow(tape, ref rise);
        else Look(tape, ref rise);
    }

    public override IEnumerable<Sighting> End(Block last, IReadOnlyList<AccountHolding> holdings)
    {
        foreach (var rise in rises.All)
            if (rise.Seen is { } seen)
                Seen.Add(seen);
        return Seen;
    }

    private void Look(SubnetTape tape, ref Rise rise)
    {
        var (low, lowest) = tape.Lowest(rise.NotBefore);
        if (tape.Price < (1 + rule.Rise) * lowest) return;
        if (tape.NetBuyingSince(low) < rule.NetBuying * tape.ReserveAt(low)) return;
        if (!tape.IsMedianUpTo(tape.Price / (1 + rule.Rise), rule.MedianOver)) return;
        var median = tape.Median(rule.MedianOver);
        rise = new Rise(median, tape.Last, tape.Price, rise.NotBefore, new Sighting(DetectionKind.Pump, tape.Netuid, tape.BlockOf(low), tape.BlockOf(tape.Last), tape.Price / median - 1));
    }

    private void Follow(SubnetTape tape, ref Rise rise)
    {
        if (tape.Price > rise.Peak)
            rise = rise with { Peak = tape.Price, PeakAt = tape.Last, Seen = rise.Seen! with { To = tape.BlockOf(tape.Last), Value = tape.Price / rise.Median - 1 } };
        if (tape.Price > (1 - rule.OverAt) * rise.Peak && tape.Last - rise.PeakAt <= SubnetTape.PlacesOf(rule.Within)) return;
        Seen.Add(rise.Seen!);
        rise = new Rise(0, 0, 0, NotBefore: tape.Last, Seen: null);
    }

    /// <param name="NotBefore">The next rise is counted from a low after this place.</param>
    /// <param name="Seen">Null while there is none.</param>
    private readonly record struct Rise(double Median, long PeakAt, double Peak, long NotBefore, Sighting? Seen)
    {
        public bool IsOpen => Seen is not null;
    }
}
