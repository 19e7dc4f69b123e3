namespace Dtao.Agents.Benchmarks;

/// <summary>What several timings of the same thing came to.</summary>
public readonly record struct Spread(double Low, double Median, double High)
{
    /// <param name="timings">One or more.</param>
    public static Spread Of(IEnumerable<double> timings)
    {
        var ascending = timings.Order().ToArray();
        var middle = (ascending[(ascending.Length - 1) / 2] + ascending[ascending.Length / 2]) / 2;
        return new(ascending[0], middle, ascending[^1]);
    }
}
