using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;

namespace Dtao.Strategies.Owners;

/// <summary>Pays its team out of the owner cut: sells a share of it and holds the rest.</summary>
[Strategy("sell-cut", Role.Owner,
    Rule = "Every pause it sells a share of the owner cut that it has received since the last one, and holds the rest.",
    Source = "history/record.md 5.3: the mean owner sold 16 % of the cut (Sep 2026)")]
public sealed class CutSeller : IncomeSelling;
