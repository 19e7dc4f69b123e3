using Dtao.Hocon;
using Dtao.Protocol.Ledgers;
using Dtao.Records.Detectors;

namespace Dtao.Agents.Configuration;

/// <summary>Reads from where on detectors speak.</summary>
internal static class DetectorReader
{
    /// <summary>What is remembered of every price may not grow without end.</summary>
    private const long LongestLookBack = 72_000;

    public static DetectorRules Read(ConfigReader c) => new(
        Pump(c.Section("pump")), Crash(c.Section("crash")), SellOff(c.Section("sell-off")), new CapHitRule(c.Section("cap-hit").Blocks("lasting", atLeast: CapBegan.AfterBlocks)),
        Capture(c.Section("consensus-capture")), Intervention(c.Section("intervention")), Dominance(c.Section("dominance")));

    private static PumpRule Pump(ConfigReader c) => new(
        c.Fraction("rise", atLeast: 0.01, atMost: 100), LookBack(c, "median-over"), LookBack(c, "within"), c.Fraction("net-buying", atMost: 10), c.Fraction("over-at", atLeast: 0.01));

    private static CrashRule Crash(ConfigReader c) => new(c.Fraction("fall", atLeast: 0.01), LookBack(c, "maximum-over"), LookBack(c, "within"), c.Fraction("over-at", atLeast: 0.01, atMost: 10));

    private static SellOffRule SellOff(ConfigReader c) => new((int)c.Whole("classes", atLeast: 1, atMost: 100), LookBack(c, "lasting"), c.Fraction("each"));

    private static ConsensusCaptureRule Capture(ConfigReader c) => new(c.Fraction("apart"), (int)c.Whole("epochs", atLeast: 1, atMost: 1000));

    private static InterventionRule Intervention(ConfigReader c) => new(c.Fraction("apart"), c.Fraction("moved"));

    private static DominanceRule Dominance(ConfigReader c) => new(c.Fraction("emission"), c.Fraction("holding"));

    private static long LookBack(ConfigReader c, string key) => c.Blocks(key, atLeast: 10, atMost: LongestLookBack);
}
