using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.RootValidators;

/// <summary>
/// Root validators with a judgement of what subnets are good for: by what the oracle says, by what owners publish, and by the work that miners show them where it
/// is paid. Each sees it with an error of its own, which it keeps.
/// </summary>
public abstract class Judging : RootVoter
{
    private const double MostOutput = 1e6;

    /// <summary>By subnet: what the owner last said that its work is worth to others, TAO a day; and the log of its own error.</summary>
    private readonly BySubnet<double> output = new(0), errors = new(double.NaN);

    [Knob(KnobUnit.Fraction, "How far it goes by the oracle's word on what subnets' work is worth to others", AtLeast = 0, AtMost = 1)]
    public required double ByOracle { get; init; }

    [Knob(KnobUnit.Fraction, "How far it goes by what owners say of it; the rest goes by the work that it sees", AtLeast = 0, AtMost = 1)]
    public required double ByBooks { get; init; }

    [Knob(KnobUnit.Number, "Standard deviation of the log error with which it judges a subnet", AtLeast = 0, AtMost = 5)]
    public required double Error { get; init; }

    /// <summary>What each subnet is worth to it, parts of 1 in the order of the quotes; 0 for all where it knows nothing of any. A source that knows nothing does not count.</summary>
    protected double[] Judged(Sight sight, Dice dice)
    {
        var quotes = sight.Quotes.AsSpan();
        var (word, books, work) = (new double[quotes.Length], new double[quotes.Length], new double[quotes.Length]);
        for (var i = 0; i < quotes.Length; i++)
        {
            word[i] = quotes[i].Usefulness.Tokens;
            books[i] = output[quotes[i].Netuid];
            work[i] = sight.MetagraphOf(quotes[i].Netuid) is { } page ? PaidWork(page) : 0;
        }
        var (parts, saw) = (new double[quotes.Length], Math.Max(0, 1 - ByOracle - ByBooks));
        Add(parts, Parts(word), ByOracle);
        Add(parts, Parts(books), ByBooks);
        Add(parts, Parts(work), saw);
        for (var i = 0; i < parts.Length; i++) parts[i] *= Reproducible.Exp(ErrorOn(quotes[i].Netuid, dice));
        return Parts(parts);
    }

    protected override void Hear(Heard post)
    {
        base.Hear(post);
        if (post.Topic == Topic.Output && double.IsFinite(post.Value)) output[post.Netuid] = Math.Clamp(post.Value, 0, MostOutput);
    }

    protected static void Add(double[] to, double[] parts, double share)
    {
        for (var i = 0; i < to.Length; i++) to[i] += share * parts[i];
    }

    private double ErrorOn(Protocol.Units.NetUid netuid, Dice dice)
    {
        var fresh = dice.Normal(0, Error);
        ref var error = ref errors[netuid];
        if (double.IsNaN(error)) error = fresh;
        return error;
    }
}
