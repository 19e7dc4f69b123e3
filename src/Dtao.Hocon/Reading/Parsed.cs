namespace Dtao.Hocon;

/// <summary>A value read from text, or what is wrong with the text.</summary>
/// <param name="Value">The value; harmless when there is an error.</param>
/// <param name="Error">Goes on after the key, as in "needs a unit: 5000 -> "5000 tao""; null when all is well.</param>
/// <param name="Remedy">What to write instead; null when the error says so itself.</param>
public readonly record struct Parsed<T>(T Value, string? Error = null, string? Remedy = null)
{
    public bool IsGood => Error is null;

    internal static Parsed<T> Wrong(string error, string? remedy) => new(default!, error, remedy);

    /// <summary>The same outcome seen as another type.</summary>
    public Parsed<TOther> Map<TOther>(Func<T, TOther> map) => Error is null ? new(map(Value)) : new(default!, Error, Remedy);
}
