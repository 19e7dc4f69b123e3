using System.Globalization;

namespace Dtao.Hocon;

/// <summary>What a reader takes at a key: kind, range and form.</summary>
/// <param name="AtLeast">Smallest value, itself allowed: a bare number, blocks, TAO, alpha, TAO per alpha; 1 is 100 %. Null where there is none.</param>
/// <param name="AtMost">Largest value, itself allowed; null where there is none but what the kind can hold.</param>
public sealed record KeyNature(KeyKind Kind, decimal? AtLeast = null, decimal? AtMost = null)
{
    private const decimal RaoPerCoin = 1_000_000_000m;

    /// <summary>An array of such values.</summary>
    public bool IsList { get; init; }

    /// <summary>A draw will do as well as a constant.</summary>
    public bool MayBeDrawn { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The kind in a reader's words.</summary>
    public string Unit => Kind switch
    {
        KeyKind.Flag => "true or false",
        KeyKind.Choice => "one of " + string.Join(", ", Choices),
        KeyKind.Whole => "whole number",
        KeyKind.Price => "tao/alpha",
        _ => Kind.ToString().ToLowerInvariant(),
    };

    /// <summary>As in "0 to 1", "1 or more"; empty where anything goes.</summary>
    public string Range => (AtLeast, AtMost) switch
    {
        ({ } least, { } most) => $"{Say(least)} to {Say(most)}",
        ({ } least, null) => $"{Say(least)} or more",
        (null, { } most) => $"at most {Say(most)}",
        _ => "",
    };

    /// <summary>The form of a draw's own values, and of a constant in its place.</summary>
    public static KeyNature Drawn(Unit unit, double? atLeast, double? atMost) =>
        new(Enum.Parse<KeyKind>(unit.ToString()), Bound(atLeast), Bound(atMost)) { MayBeDrawn = true };

    internal static KeyNature Within(KeyKind kind, double? atLeast, double? atMost) => new(kind, Bound(atLeast), Bound(atMost));

    internal static KeyNature Within(KeyKind kind, ulong atLeast, ulong atMost) => new(kind, atLeast, atMost);

    internal static KeyNature InRao(KeyKind kind, ulong atLeast, ulong atMost) => new(kind, atLeast / RaoPerCoin, atMost == ulong.MaxValue ? null : atMost / RaoPerCoin);

    public override string ToString() => string.Join(", ", new[] { IsList ? $"list, each {Unit}" : Unit, Range, MayBeDrawn ? "may be a draw" : "" }.Where(part => part.Length > 0));

    private static decimal? Bound(double? bound) => bound is { } value && double.IsFinite(value) ? (decimal)value : null;

    private static string Say(decimal value) => value.ToString("#,0.#########", CultureInfo.InvariantCulture);
}
