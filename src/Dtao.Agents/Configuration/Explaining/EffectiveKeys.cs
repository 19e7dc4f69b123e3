using Dtao.Hocon;

namespace Dtao.Agents.Configuration.Explaining;

/// <summary>Every key of a configuration as it takes effect, in the order in which the program asks for them.</summary>
public sealed class EffectiveKeys
{
    private readonly LoadedConfig config;

    public EffectiveKeys(LoadedConfig config)
    {
        this.config = config;
        All = [.. config.Keys.Keys.Select(Effective).OfType<EffectiveKey>()];
    }

    public IReadOnlyList<EffectiveKey> All { get; }

    /// <summary>The key, or all keys below a section, or none.</summary>
    public IReadOnlyList<EffectiveKey> At(string path) => [.. All.Where(key => key.Key == path || key.Key.StartsWith(path + ".", StringComparison.Ordinal))];

    private EffectiveKey? Effective(string key)
    {
        var at = StandsAt(key);
        if (config.Keys.NatureOf(key) is not { } nature || at is null) return null;
        var path = ConfigPath.Parse(at)!;
        var section = path.Length == 1 ? config.Tree.Root : config.Tree.Root.Find(ConfigPath.Join(path[..^1]));
        return new EffectiveKey(key, nature, at, config.Tree.Root.Find(at)!, NormalForm.Of((ConfigObject)section!, path[^1], nature), [.. Assignments(key)]);
    }

    /// <summary>The first of the key and its stand-ins at which there is a value.</summary>
    private string? StandsAt(string? key)
    {
        while (key is not null && config.Tree.Root.Find(key) is null or ConfigBroken or ConfigScalar { Type: ScalarKind.Null }) key = config.Keys.ElsewhereOf(key);
        return key;
    }

    private IEnumerable<Assignment> Assignments(string key)
    {
        var own = config.Tree.Root.Find(key) is { } value and not ConfigBroken ? Assignment.Of(value) : [];
        return config.Keys.ElsewhereOf(key) is { } other ? own.Concat(Assignments(other)) : own;
    }
}
