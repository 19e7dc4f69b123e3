using Dtao.Hocon;

namespace Dtao.Agents.Configuration.Explaining;

/// <summary>A key of a run as it takes effect.</summary>
/// <param name="Key">Its path.</param>
/// <param name="At">The path at which its value stands: the key itself, or what counts where the key is left out.</param>
/// <param name="Normal">The value without the manner in which it is written.</param>
/// <param name="Assignments">Where it was given a value, the strongest first; never empty.</param>
public sealed record EffectiveKey(string Key, KeyNature Nature, string At, ConfigValue Value, string Normal, IReadOnlyList<Assignment> Assignments)
{
    /// <summary>On one line, as it could be written at the key.</summary>
    public string Text => HoconPrinter.OnOneLine(Value);
}
