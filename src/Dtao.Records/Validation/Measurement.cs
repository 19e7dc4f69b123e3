namespace Dtao.Records.Validation;

/// <summary>How a measure came to its value.</summary>
public enum Finding
{
    Measured,

    /// <summary>What it measures did not happen; its value is that of nothing, such as no fall at all.</summary>
    Absent,

    /// <summary>It cannot be told from what there is.</summary>
    Unknown,
}

/// <summary>What a measure found in one run.</summary>
/// <param name="Value">NaN where it is unknown.</param>
/// <param name="Why">Why it is absent or unknown; else empty.</param>
public readonly record struct Measurement(double Value, Finding Finding, string Why)
{
    /// <summary>A value; too few data leave it unknown.</summary>
    public static Measurement Of(double value) => double.IsNaN(value) ? Unknown("too few prices") : new(value, Finding.Measured, "");

    public static Measurement Absent(string why) => new(0, Finding.Absent, why);

    public static Measurement Unknown(string why) => new(double.NaN, Finding.Unknown, why);
}

/// <summary>What a value is counted in.</summary>
public enum MeasureUnit
{
    Number,
    Percent,
    Times,
    Hours,
    Days,
    Tao,
    Count,
}

/// <summary>One statistic by name.</summary>
/// <param name="Meaning">What it is, in a line.</param>
public sealed record Measure(string Name, MeasureUnit Unit, string Meaning, Func<Evidence, Measurement> Of)
{
    /// <summary>One of several that differ in a number.</summary>
    public static Measure Named(FormattableString name, MeasureUnit unit, FormattableString meaning, Func<Evidence, Measurement> of) =>
        new(FormattableString.Invariant(name), unit, FormattableString.Invariant(meaning), of);
}
