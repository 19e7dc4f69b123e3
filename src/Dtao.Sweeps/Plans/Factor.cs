using Dtao.Hocon;

namespace Dtao.Sweeps.Plans;

/// <summary>A setting that a sweep varies.</summary>
/// <param name="Path">Of the setting in the run's configuration.</param>
public abstract record Factor(string Path)
{
    /// <summary>What a value puts over the base, as on the command line: <c>a.b=1</c>.</summary>
    public virtual IEnumerable<string> SettingsAt(string value) => [$"{Path}={value}"];
}

/// <summary>A setting whose every value is tried with every value of the others.</summary>
/// <param name="Values">As HOCON writes them, in the order given.</param>
public record ScannedFactor(string Path, IReadOnlyList<string> Values) : Factor(Path);

/// <summary>Several settings at once under a name, such as all that makes a market poor. The names are scanned.</summary>
/// <param name="Settings">Of each name, in the order of the names.</param>
public sealed record VariantFactor(IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<string>> Settings) : ScannedFactor(Column, Names)
{
    /// <summary>Stands where the path of another factor would; no setting is called so.</summary>
    public const string Column = "variant";

    public override IEnumerable<string> SettingsAt(string value) => Settings[Names.ToList().IndexOf(value)];
}

/// <summary>A setting of which a design samples the range.</summary>
/// <param name="Low">The lower end, in <paramref name="Unit"/>.</param>
/// <param name="High">The upper end, above it.</param>
/// <param name="Form">What is written, <see cref="Place"/> standing for the value.</param>
public sealed record SampledFactor(string Path, double Low, double High, Unit Unit, string Form) : Factor(Path)
{
    public const string Place = "@";

    /// <param name="share">Of the range, 0 to 1.</param>
    public string ValueAt(double share) => Form.Replace(Place, WrittenValue.Of(Path, Unit, Low + share * (High - Low)), StringComparison.Ordinal);
}
