using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;

namespace Dtao.Strategies.Validators;

/// <summary>Leaves its dividends where they accrue, but for a share that pays for its machines.</summary>
[Strategy("stake-dividends", Role.Validator,
    Rule = "Every pause it sells a share of the dividends that it has earned since the last one; the rest stays staked and earns on.",
    Source = "record.md 5.3; root dividends are staked by the chain itself, protocol.md 1.4")]
public sealed class DividendStaker : IncomeSelling;
