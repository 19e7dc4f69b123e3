using Dtao.Sweeps.Designs;

namespace Dtao.Sweeps.Plans;

/// <summary>How the ranges of sampled factors are filled.</summary>
public enum SamplingKind
{
    Random,
    Lhs,
    Sobol,
    Morris,
    Saltelli,
}

/// <param name="Size">Points; of a Morris design its walks, of Saltelli's its base samples.</param>
public sealed record Sampling(SamplingKind Kind, int Size)
{
    /// <returns>A row a point, a column a factor, each from 0 to 1.</returns>
    public double[][] Points(int factors, ulong seed) => Kind switch
    {
        SamplingKind.Random => RandomPoints.Of(Size, factors, seed),
        SamplingKind.Lhs => LatinHypercube.Of(Size, factors, seed),
        SamplingKind.Sobol => SobolSequence.Scrambled(Size, factors, seed),
        SamplingKind.Morris => new MorrisDesign(Size, factors, seed).Points,
        _ => new SaltelliDesign(Size, factors, seed).Points,
    };

    /// <summary>Most factors that can be sampled so.</summary>
    public int MostFactors => Kind switch
    {
        SamplingKind.Sobol => SobolSequence.MostFactors,
        SamplingKind.Saltelli => SaltelliDesign.MostFactors,
        _ => int.MaxValue,
    };
}
