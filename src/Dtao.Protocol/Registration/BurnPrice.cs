using Dtao.Protocol.Units;

namespace Dtao.Protocol.Registration;

/// <summary>
/// The price of a neuron's place: α·burn + (1 − α)·burn·(registrations + target) ÷ (2·target), in the chain's I110F18, within its bounds.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>coinbase/block_step.rs: adjust_registration_terms_for_networks, upgraded_burn</c>.</remarks>
public static class BurnPrice
{
    private const int FractionBits = 18;

    /// <summary>
    /// The price after an interval. It rises above the target and falls when nobody came; where some came and not too many the chain lowers
    /// the difficulty of proof of work instead, which nobody here does.
    /// </summary>
    public static Tao After(Tao burn, ushort registrations, RegistrationRules rules) =>
        registrations > 0 && registrations <= rules.TargetPerInterval ? burn : Upgraded(burn, registrations, rules);

    private static Tao Upgraded(Tao burn, ushort registrations, RegistrationRules rules)
    {
        var current = (UInt128)burn.Rao << FractionBits;
        var updated = current * (uint)(registrations + rules.TargetPerInterval) / (2u * rules.TargetPerInterval);
        var alpha = ((UInt128)rules.AdjustmentAlphaU64 << FractionBits) / ulong.MaxValue;
        var next = (alpha * current >> FractionBits) + ((((UInt128)1 << FractionBits) - alpha) * updated >> FractionBits);
        if (next >= (UInt128)rules.MaximumBurnRao << FractionBits) return new Tao(rules.MaximumBurnRao);
        if (next <= (UInt128)rules.MinimumBurnRao << FractionBits) return new Tao(rules.MinimumBurnRao);
        return new Tao((ulong)(next >> FractionBits));
    }
}
