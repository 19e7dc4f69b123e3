namespace Dtao.Strategies.Numerics;

/// <summary>The number that would stand at a place if a row were sorted, without sorting the rest.</summary>
/// <remarks>Hoare, <i>Algorithm 65: Find</i> (1961), with the middle one of three for a bound.</remarks>
public static class Selection
{
    /// <param name="row">No place in it holds what is not a number; it is put into another order.</param>
    /// <param name="place">From 0.</param>
    public static double At(Span<double> row, int place)
    {
        var (first, last) = (0, row.Length - 1);
        while (first < last)
        {
            var bound = MiddleOf(row[first], row[(first + last) / 2], row[last]);
            var (low, high) = (first, last);
            while (low <= high)
            {
                while (row[low] < bound) low++;
                while (row[high] > bound) high--;
                if (low > high) break;
                (row[low], row[high]) = (row[high], row[low]);
                (low, high) = (low + 1, high - 1);
            }
            if (place > high) first = low;
            if (place < low) last = high;
        }
        return row[place];
    }

    private static double MiddleOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
