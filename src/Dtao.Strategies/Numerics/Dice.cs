using System.Runtime.CompilerServices;

namespace Dtao.Strategies.Numerics;

/// <summary>Random numbers of one agent, in one block, for one purpose.</summary>
/// <remarks>
/// The n-th draw is a function of (run seed, agent, block, purpose, n) and of nothing else, so an agent more shifts nobody's luck.
/// Each stream is a SplitMix64 with a start and a step of its own (Steele, Lea, Flood, <i>Fast Splittable Pseudorandom Number Generators</i>, 2014).
/// A class, so that handing it on cannot repeat draws. Not for use by two threads at once.
/// </remarks>
public sealed partial class Dice
{
    private const ulong BlockSpread = 0xD1342543DE82EF95;

    private readonly ulong agent;
    private ulong purpose;
    private ulong state;
    private ulong step;

    private Dice(ulong agent) => this.agent = agent;

    /// <summary>The stream of these four, at its first draw.</summary>
    public static Dice For(ulong runSeed, ulong agentKey, long block, ulong purpose) =>
        new Dice(StableHash.Combine(runSeed, agentKey)).At(block, purpose);

    /// <summary>A number to sort by: a fair order of agents inside a block, drawn once and from no stream.</summary>
    public static ulong Lot(ulong runSeed, ulong agentKey, long block) =>
        Key(StableHash.Combine(runSeed, agentKey), block, Purpose.Lot);

    /// <summary>Goes to the first draw of another block, for the same purpose.</summary>
    /// <returns>The same object.</returns>
    public Dice At(long block) => At(block, purpose);

    /// <summary>Goes to the first draw of another block and purpose.</summary>
    /// <returns>The same object.</returns>
    public Dice At(long block, ulong purpose)
    {
        this.purpose = purpose;
        state = Key(agent, block, purpose);
        step = OddStep(StableHash.Mix(state ^ agent));
        return this;
    }

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        var drawn = StableHash.Mix(state);
        state = unchecked(state + step);
        return drawn;
    }

    private static ulong Key(ulong agent, long block, ulong purpose) =>
        StableHash.Mix(agent ^ purpose ^ unchecked((ulong)block * BlockSpread));

    /// <summary>Odd, and with bits that change often enough for a good walk (Steele, Lea, Flood, 2014, §5).</summary>
    private static ulong OddStep(ulong bits)
    {
        var odd = bits | 1;
        return ulong.PopCount(odd ^ (odd >> 1)) < 24 ? odd ^ 0xAAAAAAAAAAAAAAAA : odd;
    }
}
