namespace Dtao.Records.Detectors;

/// <summary>From where on detectors speak. Defaults and reasons: <c>config/reference.conf</c>.</summary>
public sealed record DetectorRules(
    PumpRule Pump, CrashRule Crash, SellOffRule SellOff, CapHitRule CapHit, ConsensusCaptureRule ConsensusCapture, InterventionRule Intervention, DominanceRule Dominance);

/// <param name="Rise">Above the median, and above the lowest price of the time it may take; 0.5 is 50 %.</param>
/// <param name="MedianOver">Blocks before that the median is taken over.</param>
/// <param name="Within">Blocks that the rise may take.</param>
/// <param name="NetBuying">TAO bought less TAO sold for, as a share of the pool's TAO before.</param>
/// <param name="OverAt">Fall from its highest price that ends it.</param>
public sealed record PumpRule(double Rise, long MedianOver, long Within, double NetBuying, double OverAt);

/// <param name="Fall">Below the highest price of the time it may take; 0.4 is 40 %.</param>
/// <param name="MaximumOver">Blocks before whose highest price its size is told against.</param>
/// <param name="Within">Blocks that the fall may take.</param>
/// <param name="OverAt">Rise from its lowest price that ends it.</param>
public sealed record CrashRule(double Fall, long MaximumOver, long Within, double OverAt);

/// <param name="Classes">Strategies that sell more than they buy.</param>
/// <param name="Lasting">Blocks in which they do.</param>
/// <param name="Each">What each of them takes out in that time, as a share of the pool's TAO.</param>
public sealed record SellOffRule(int Classes, long Lasting, double Each);

/// <param name="Lasting">Blocks on end in which the cap binds; 10 or more, since the ledger tells of no fewer.</param>
public sealed record CapHitRule(long Lasting);

/// <param name="Apart">Half the sum of absolute differences between its weights and the mean of the others'.</param>
/// <param name="Epochs">Epochs on end.</param>
public sealed record ConsensusCaptureRule(double Apart, int Epochs);

/// <param name="Apart">As for a capture of the consensus.</param>
/// <param name="Moved">Half the sum of absolute differences between what miners are paid for and what they were paid for.</param>
public sealed record InterventionRule(double Apart, double Moved);

/// <param name="Emission">Share of all TAO injected that goes to one subnet.</param>
/// <param name="Holding">Share of a subnet's alpha outside the pool that one agent holds.</param>
public sealed record DominanceRule(double Emission, double Holding);
