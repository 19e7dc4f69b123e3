using Dtao.Hocon;

namespace Dtao.Sweeps.Plans;

/// <summary>Where in the file of a sweep or a search its settings are written, so that what is wrong with one is told of that place and not of the setting that was made of it.</summary>
public sealed class SettingPlaces
{
    private readonly Dictionary<string, (Origin Key, Origin Value)> places = new(StringComparer.Ordinal);

    /// <summary>None at all.</summary>
    public static SettingPlaces None { get; } = new();

    /// <param name="sweep">What the file says: settings stand below <c>set</c>, <c>vary</c>, and each of <c>variants</c>.</param>
    public static SettingPlaces Of(ConfigObject sweep)
    {
        var found = new SettingPlaces();
        found.AddAll(sweep.Find("vary")); // which goes over what is set
        found.AddAll(sweep.Find("set"));
        if (sweep.Find("variants") is ConfigObject variants)
            foreach (var variant in variants.Fields.Values)
                found.AddAll(variant);
        return found;
    }

    /// <summary>The same thing to mend, at its place in the file; null where no file says it.</summary>
    public Diagnostic? InFile(Diagnostic diagnostic)
    {
        var (source, setting) = (diagnostic.Origin.Source.Kind, diagnostic.Origin.Source.Text);
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        if (source != SourceKind.Setting || equals < 0 || !TryFind(setting, setting[..equals], out var place)) return null;
        return diagnostic with { Origin = diagnostic.Origin.Start < equals ? place.Key : place.Value };
    }

    private bool TryFind(string setting, string path, out (Origin Key, Origin Value) place) =>
        (places.TryGetValue(setting, out place) || places.TryGetValue(path, out place)) && place.Key.Source.Kind == SourceKind.File;

    private void AddAll(ConfigValue? section)
    {
        if (section is not ConfigObject settings) return;
        foreach (var (path, value) in settings.Fields)
        {
            Add(path, value);
            Add(Setting(path, value), value);
            if (value is not ConfigArray list) continue;
            foreach (var item in list.Items) places.TryAdd(Setting(path, item), (value.KeyOrigin, item.Origin));
        }
    }

    private void Add(string setting, ConfigValue value) => places.TryAdd(setting, (value.KeyOrigin, value.Origin));

    /// <summary>What is made of a value of the file, as on the command line: <c>a.b=1</c>.</summary>
    internal static string Setting(string path, ConfigValue value) => $"{path}={HoconPrinter.OnOneLine(value)}";
}
