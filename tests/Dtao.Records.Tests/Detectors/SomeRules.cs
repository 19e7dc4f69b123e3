using Dtao.Records.Detectors;

namespace Dtao.Records.Tests.Detectors;

internal static class SomeRules
{
    /// <summary>As <c>config/reference.conf</c> has them.</summary>
    public static DetectorRules Shipped { get; } = new(
        new PumpRule(Rise: 0.5, MedianOver: 7200, Within: 1800, NetBuying: 0.1, OverAt: 0.25),
        new CrashRule(Fall: 0.4, MaximumOver: 7200, Within: 1800, OverAt: 0.5),
        new SellOffRule(Classes: 3, Lasting: 600, Each: 0.02),
        new CapHitRule(Lasting: 10),
        new ConsensusCaptureRule(Apart: 0.5, Epochs: 3),
        new InterventionRule(Apart: 0.5, Moved: 0.5),
        new DominanceRule(Emission: 0.25, Holding: 0.33));
}
