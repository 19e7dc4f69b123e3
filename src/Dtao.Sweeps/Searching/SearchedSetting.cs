using Dtao.Agents.Census;
using Dtao.Hocon;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Searching;

/// <summary>A setting that is drawn for each candidate.</summary>
/// <param name="Path">Of the setting in the run's configuration. Whole numbers are drawn where it ends in <c>count</c>.</param>
/// <param name="Form">What is written there, <see cref="Place"/> standing for the value drawn.</param>
public sealed record SearchedSetting(string Path, DrawSpec Draw, Unit Unit, string Form)
{
    /// <summary>Stands for the drawn value.</summary>
    public const string Place = "@";

    /// <summary>A function of search seed, candidate and path, so that one more setting shifts none of the others.</summary>
    public string ValueFor(ulong seed, int candidate) => WrittenValue.Of(Path, Unit, Draws.From(Draw, seed, (ulong)candidate, Path));

    public string Written(string value) => Form.Replace(Place, value, StringComparison.Ordinal);
}
