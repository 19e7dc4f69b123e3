namespace Dtao.Cli.Screen;

/// <summary>Values on a line of characters, and below it the interval of their middle: a letter o for one, a digit for several, # for ten or more.</summary>
internal static class StripChart
{
    private const int Columns = 61;

    private const double Margin = 0.04;

    /// <param name="label">Of a value at an end, and of 0.</param>
    public static IEnumerable<string> Of(IReadOnlyList<double> values, double low, double middle, double high, Func<double, string> label)
    {
        var (from, to) = Ends([0, low, high, .. values]);
        yield return "  each pair  |" + Dots(values, At) + "|";
        yield return "  middle     |" + Bracket(At(low), At(middle), At(high), At(0)) + "|";
        yield return "              " + Feet(At(0), label(from), label(0), label(to));

        int At(double value) => (int)Math.Round((value - from) / (to - from) * (Columns - 1));
    }

    private static (double From, double To) Ends(double[] values)
    {
        var (from, to) = (values.Min(), values.Max());
        var room = from == to ? 1 : (to - from) * Margin;
        return (from - room, to + room);
    }

    private static string Dots(IEnumerable<double> values, Func<double, int> at)
    {
        var counts = new int[Columns];
        foreach (var value in values) counts[at(value)]++;
        return string.Concat(counts.Select((count, column) => count switch { 0 => column == at(0) ? '|' : ' ', 1 => 'o', < 10 => (char)('0' + count), _ => '#' }));
    }

    private static string Bracket(int low, int middle, int high, int zero)
    {
        var line = new char[Columns];
        Array.Fill(line, ' ');
        line[zero] = '|';
        for (var column = low; column <= high; column++) line[column] = '-';
        (line[low], line[high]) = ('[', ']');
        line[middle] = '+';
        return new string(line);
    }

    /// <summary>The ends, and 0 where there is room for it.</summary>
    private static string Feet(int zero, string low, string nil, string high)
    {
        var line = (low + new string(' ', Math.Max(1, Columns - low.Length - high.Length)) + high).ToCharArray();
        var from = zero - nil.Length / 2;
        if (from > low.Length && from + nil.Length < Columns - high.Length) nil.CopyTo(0, line, from, nil.Length);
        return new string(line).TrimEnd();
    }
}
