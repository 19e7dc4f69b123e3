using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Validators;

/// <summary>Favours the miners of its cabal, as the others of the cabal do. Where that costs it dividends, it copies the consensus.</summary>
/// <remarks>Who belongs to a cabal follows from its number and the hotkey alone, so that its members agree without a word.</remarks>
[Strategy("cabal-member", Role.Validator,
    Rule = "Every pause it gives a share of its weight to the miners of its cabal, alike, and the rest by the owner's code; it copies the consensus where its dividends fall short.",
    Source = "protocol.md 1.5: clipping at kappa is made against cabals below one half of the stake weight")]
public sealed class CabalMember : CodeRunner
{
    [Knob(KnobUnit.Number, "Which cabal it belongs to; validators with the same number favour the same miners", AtLeast = 0, AtMost = 1_000_000)]
    public required long Cabal { get; init; }

    [Knob(KnobUnit.Fraction, "Share of all hotkeys that belong to the cabal", AtLeast = 0, AtMost = 1)]
    public required double Members { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its weight that it gives to them", AtLeast = 0, AtMost = 1)]
    public required double Favour { get; init; }

    protected override void ByCode(Metagraph subnet, Dice dice, Span<double> scores)
    {
        base.ByCode(subnet, dice, scores);
        var favoured = Enumerable.Range(0, scores.Length).Where(uid => !subnet.Neurons[uid].HasPermit && Belongs(subnet.Neurons[uid].Hotkey)).ToArray();
        if (favoured.Length == 0) return;
        for (var uid = 0; uid < scores.Length; uid++) scores[uid] *= 1 - Favour;
        foreach (var uid in favoured) scores[uid] += Favour / favoured.Length;
    }

    private bool Belongs(AccountId hotkey) => StableHash.Combine((ulong)Cabal, (ulong)hotkey.Index) < Members * StableHash.Count;
}
