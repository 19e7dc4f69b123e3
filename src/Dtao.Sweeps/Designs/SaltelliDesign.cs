namespace Dtao.Sweeps.Designs;

/// <summary>
/// Points from which the Sobol indices of k factors can be read: base samples A and B, and for each factor A with that one column of B.
/// They come in blocks, each a scrambling of its own, so that blocks that differ tell the error.
/// </summary>
/// <param name="BaseSamples">N, a multiple of <see cref="Blocks"/>.</param>
/// <param name="Factors">k, at most half as many as the Sobol sequence has dimensions.</param>
/// <remarks>
/// Saltelli et al., <i>Variance based sensitivity analysis of model output</i>, Comput. Phys. Commun. 181 (2010), the radial arrangement A, B, A with B's column:
/// N·(k + 2) points.
/// </remarks>
public sealed record SaltelliDesign(int BaseSamples, int Factors, ulong Seed)
{
    public const int Blocks = 32;

    public static int MostFactors => SobolSequence.MostFactors / 2;

    /// <summary>Points that belong to one base sample: A, B, and one for each factor.</summary>
    public int PointsPerSample => Factors + 2;

    /// <summary>Sample after sample, block after block.</summary>
    /// <exception cref="ArgumentException">The number of base samples is no multiple of the number of blocks.</exception>
    public double[][] Points
    {
        get
        {
            if (BaseSamples < Blocks || BaseSamples % Blocks != 0) throw new ArgumentException(FormattableString.Invariant($"{BaseSamples} base samples are no multiple of {Blocks}."));
            return [.. Enumerable.Range(0, Blocks).SelectMany(Block)];
        }
    }

    private IEnumerable<double[]> Block(int block) =>
        SobolSequence.Scrambled(BaseSamples / Blocks, 2 * Factors, Strategies.Numerics.StableHash.Combine(Seed, (ulong)block)).SelectMany(Sample);

    private IEnumerable<double[]> Sample(double[] both)
    {
        var (a, b) = (both[..Factors], both[Factors..]);
        return Enumerable.Range(0, Factors).Select(factor => a.Select((value, at) => at == factor ? b[at] : value).ToArray()).Prepend(b).Prepend(a);
    }
}
