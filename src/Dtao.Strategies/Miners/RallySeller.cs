using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Miners;

/// <summary>Works, keeps what it earns, and sells into rises.</summary>
[Strategy("rally-seller", Role.Miner,
    Rule = "It works and keeps its income; where a price stands above the usual one by a threshold it sells a share of what it holds there.",
    Source = "record.md 5.1: a pump gives back a quarter within a day, so whoever holds for a rise sells into it; our choice of form")]
public sealed class RallySeller : Worker
{
    private readonly PriceMemory memory = new();

    [Knob(KnobUnit.Fraction, "How far the log price must stand above the usual one for it to sell", AtLeast = 0, AtMost = 10)]
    public required double Threshold { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which a price counts for 1/e in what it takes for usual", AtLeast = 1, AtMost = 26_280_000)]
    public required double LookBack { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its holding that it sells at one look", AtLeast = 0, AtMost = 1)]
    public required double Share { get; init; }

    protected override List<LedgerCommand?> Act(Sight sight, Dice dice)
    {
        var changes = memory.Changes(sight, LookBack);
        var commands = new List<LedgerCommand?>();
        for (var i = 0; i < changes.Length; i++)
            if (changes[i] > Threshold && sight.Holds(sight.Quotes.ItemRef(i)))
                commands.Add(sight.Sell(sight.Quotes[i], Share));
        return commands;
    }
}
