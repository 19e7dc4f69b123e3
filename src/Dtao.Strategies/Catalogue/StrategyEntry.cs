using System.Reflection;

namespace Dtao.Strategies.Catalogue;

/// <summary>One strategy that a cohort can name.</summary>
public sealed record StrategyEntry(Type Type, StrategyAttribute About, IReadOnlyList<Knob> Knobs)
{
    public string Name => About.Name;

    /// <summary>Whether the name is one that HOCON takes without quotes, as every name of this project is.</summary>
    public bool IsNamedWell => IsGoodName(Name);

    /// <summary>Lower-case letters and digits, words joined by hyphens, at most 64, a letter first; what begins with x- would be a note.</summary>
    public static bool IsGoodName(string name) =>
        name.Length is > 0 and <= 64 && !name.StartsWith("x-", StringComparison.Ordinal) && char.IsAsciiLetterLower(name[0]) && name.Split('-').All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));

    /// <exception cref="InvalidOperationException">The class is no strategy, or a knob is of a type that cannot be set.</exception>
    public static StrategyEntry Of(Type type)
    {
        var about = type.GetCustomAttribute<StrategyAttribute>() ?? throw new InvalidOperationException($"{type} has no [Strategy].");
        if (!typeof(IStrategy).IsAssignableFrom(type)) throw new InvalidOperationException($"{type} is named as a strategy but is no {nameof(IStrategy)}.");
        var knobs = type.GetProperties().Where(p => p.IsDefined(typeof(KnobAttribute))).OrderBy(p => p.MetadataToken).Select(Knob.Of);
        return new StrategyEntry(type, about, [.. knobs]);
    }

    /// <summary>A fresh instance with its knobs set, in the order of <see cref="Knobs"/>.</summary>
    public IStrategy Create(IReadOnlyList<double> values)
    {
        var strategy = (IStrategy)Activator.CreateInstance(Type)!;
        for (var i = 0; i < Knobs.Count; i++) Knobs[i].Set(strategy, values[i]);
        return strategy;
    }
}
