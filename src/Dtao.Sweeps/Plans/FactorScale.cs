using Dtao.Hocon;

namespace Dtao.Sweeps.Plans;

/// <summary>How the values of a factor are told as numbers.</summary>
/// <param name="Unit">Null where they are words.</param>
public sealed record FactorScale(Factor Factor, Unit? Unit)
{
    public static FactorScale Of(Factor factor) => factor switch
    {
        SampledFactor sampled => new(factor, sampled.Unit),
        ScannedFactor scanned => new(factor, UnitOf(scanned.Values)),
        _ => new(factor, null),
    };

    /// <param name="written">A value as HOCON writes it.</param>
    public double? Number(string written) => Unit is { } unit ? WrittenValue.Read(Bare(written), unit) : null;

    private static Unit? UnitOf(IReadOnlyList<string> values)
    {
        var unit = WrittenValue.UnitOf(Unquoted(values[0]));
        return values.All(value => WrittenValue.Read(Unquoted(value), unit) is not null) ? unit : null;
    }

    /// <summary>What a drawn value is written into is left out.</summary>
    private string Bare(string written)
    {
        if (Factor is not SampledFactor { Form: var form } || form == SampledFactor.Place) return Unquoted(written);
        var at = form.IndexOf(SampledFactor.Place, StringComparison.Ordinal);
        return written[at..(written.Length - (form.Length - at - SampledFactor.Place.Length))];
    }

    private static string Unquoted(string written) => written is ['"', .. var inner, '"'] ? inner : written;
}
