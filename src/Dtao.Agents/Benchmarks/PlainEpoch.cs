namespace Dtao.Agents.Benchmarks;

/// <summary>
/// An epoch as one would write it down at first: Yuma 2 in doubles, a loop a formula, nothing kept from one to the next. It pays the same to about seven digits; what it
/// costs is what the chain's integers are held against.
/// </summary>
/// <param name="kappa">Share of stake that a weight level needs.</param>
/// <param name="keep">What old bonds keep.</param>
public sealed class PlainEpoch(int validators, int miners, double kappa, double keep)
{
    private readonly double[,] bonds = new double[validators, miners];

    /// <summary>Every validator's dividends, as shares.</summary>
    public double[] Dividends(double[] stakes, double[,] weights)
    {
        var stake = Shares(stakes);
        var ranks = new double[miners];
        for (var miner = 0; miner < miners; miner++)
        {
            var agreed = Median(stake, weights, miner);
            for (var v = 0; v < validators; v++) ranks[miner] += stake[v] * Math.Min(weights[v, miner], agreed);
        }
        for (var miner = 0; miner < miners; miner++) Move(stake, weights, miner);
        return Shares(Earned(Shares(ranks)));
    }

    private double Median(double[] stake, double[,] weights, int miner)
    {
        var (scores, behind) = (new double[validators], (double[])stake.Clone());
        for (var v = 0; v < validators; v++) scores[v] = weights[v, miner];
        Array.Sort(scores, behind);
        var (below, at) = (0.0, 0);
        while (at < validators - 1 && (below += behind[at]) <= 1 - kappa) at++;
        return scores[at];
    }

    /// <summary>Bonds of a column move towards what is bought in it, and are shares again.</summary>
    private void Move(double[] stake, double[,] weights, int miner)
    {
        var (bought, held, sum) = (0.0, 0.0, 0.0);
        for (var v = 0; v < validators; v++) (bought, held) = (bought + stake[v] * weights[v, miner], held + bonds[v, miner]);
        for (var v = 0; v < validators; v++)
            sum += bonds[v, miner] = (1 - keep) * Part(stake[v] * weights[v, miner], bought) + keep * Part(bonds[v, miner], held);
        for (var v = 0; v < validators; v++) bonds[v, miner] = Part(bonds[v, miner], sum);
    }

    private double[] Earned(double[] incentive)
    {
        var earned = new double[validators];
        for (var v = 0; v < validators; v++)
            for (var miner = 0; miner < miners; miner++)
                earned[v] += bonds[v, miner] * incentive[miner];
        return earned;
    }

    private static double[] Shares(double[] of)
    {
        var sum = of.Sum();
        return Array.ConvertAll(of, one => Part(one, sum));
    }

    private static double Part(double one, double all) => all > 0 ? one / all : 0;
}
