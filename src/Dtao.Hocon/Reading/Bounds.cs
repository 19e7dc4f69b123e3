using System.Globalization;

namespace Dtao.Hocon;

/// <summary>The range a number must lie in; what is null does not bound.</summary>
internal readonly record struct Bounds(double? AtLeast = null, double? AtMost = null, double? Above = null, double? Below = null)
{
    /// <summary>Written behind a bound, with a space before it.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What a number must be and is not, as in "at least 1"; null when it lies within.</summary>
    public string? Broken(double value)
    {
        if (value < AtLeast || value <= Above)
            return AtLeast is { } least && value < least ? $"at least {Say(least)}" : $"above {Say(Above!.Value)}";
        if (value > AtMost || value >= Below)
            return AtMost is { } most && value > most ? $"at most {Say(most)}" : $"below {Say(Below!.Value)}";
        return null;
    }

    /// <summary>A number within, for going on after an error.</summary>
    public double Harmless => AtLeast ?? AtMost ?? 0;

    private string Say(double value) => value.ToString(CultureInfo.InvariantCulture) + Unit;
}
