using System.Reflection;
using Dtao.Protocol.Units;

namespace Dtao.Strategies.Catalogue;

/// <summary>A settable number of a strategy, with its key in HOCON.</summary>
public sealed record Knob(string Key, KnobAttribute About, PropertyInfo Property)
{
    /// <exception cref="InvalidOperationException">The property is neither a double nor a long, or cannot be set.</exception>
    public static Knob Of(PropertyInfo property)
    {
        if (property.SetMethod is null || (property.PropertyType != typeof(double) && property.PropertyType != typeof(long)))
            throw new InvalidOperationException($"The knob {property.DeclaringType}.{property.Name} must be a settable double or long.");
        return new Knob(Hyphenated.Of(property.Name), property.GetCustomAttribute<KnobAttribute>()!, property);
    }

    public void Set(IStrategy strategy, double value) =>
        Property.SetValue(strategy, Property.PropertyType == typeof(long) ? (long)Math.Round(value) : (object)value);
}
