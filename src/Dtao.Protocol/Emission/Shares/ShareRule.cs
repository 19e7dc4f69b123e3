using System.Reflection;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission.Shares;

/// <summary>A rule of this folder, as it is found by its name.</summary>
public sealed record ShareRule(string Name, Type Type, IReadOnlyList<ShareRule.Setting> Settings)
{
    /// <summary>Every rule, by name.</summary>
    public static IReadOnlyList<ShareRule> All { get; } =
    [
        .. typeof(ISubnetShares).Assembly.GetTypes()
            .Select(type => (Type: type, About: type.GetCustomAttribute<ShareRuleAttribute>()))
            .Where(found => found.About is not null && found.Type.IsAssignableTo(typeof(ISubnetShares)))
            .Select(found => new ShareRule(found.About!.Name, found.Type, [.. SettingsOf(found.Type)]))
            .OrderBy(rule => rule.Name, StringComparer.Ordinal),
    ];

    /// <param name="value">The value of each setting.</param>
    public ISubnetShares Make(Func<Setting, double> value)
    {
        var made = (ISubnetShares)Activator.CreateInstance(Type)!;
        foreach (var setting in Settings) setting.Property.SetValue(made, value(setting));
        return made;
    }

    private static IEnumerable<Setting> SettingsOf(Type type) =>
        from property in type.GetProperties()
        let about = property.GetCustomAttribute<SettingAttribute>()
        where about is not null
        select new Setting(Hyphenated.Of(property.Name), about, property);

    /// <param name="Key">In a configuration.</param>
    public sealed record Setting(string Key, SettingAttribute About, PropertyInfo Property);
}
