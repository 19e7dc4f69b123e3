namespace Dtao.Records.Database;

/// <summary>A value of a row that is still to be written: a number by its bits, a text by where it begins.</summary>
internal readonly struct Cell
{
    private readonly long bits;
    private readonly int length;
    private readonly Kind kind;

    private Cell(Kind kind, long bits, int length = 0) => (this.kind, this.bits, this.length) = (kind, bits, length);

    private enum Kind
    {
        Nothing,
        Whole,
        Real,
        Text,
    }

    public static Cell Nothing => default;

    public static Cell Whole(long number) => new(Kind.Whole, number);

    public static Cell Real(double number) => new(Kind.Real, BitConverter.DoubleToInt64Bits(number));

    public static Cell Text(int from, int length) => new(Kind.Text, from, length);

    /// <param name="text">Where the first text begins.</param>
    /// <returns>SQLite's answer.</returns>
    public int Bind(nint statement, int place, nint text) => kind switch
    {
        Kind.Whole => Binding.Int64(statement, place, bits),
        Kind.Real => Binding.Double(statement, place, BitConverter.Int64BitsToDouble(bits)),
        Kind.Text => Binding.Text(statement, place, text + (nint)bits, length),
        _ => Binding.Null(statement, place),
    };
}
