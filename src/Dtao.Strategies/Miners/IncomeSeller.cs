using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;

namespace Dtao.Strategies.Miners;

/// <summary>Pays its costs: sells a share of what it has earned, and keeps the rest staked.</summary>
[Strategy("sell-income", Role.Miner,
    Rule = "Every pause it sells a share of the alpha that it has earned since the last one, and keeps the rest staked.",
    Source = "record.md 5.3, miner and owner sellers")]
public sealed class IncomeSeller : IncomeSelling;
