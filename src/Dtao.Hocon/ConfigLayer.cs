namespace Dtao.Hocon;

/// <summary>One of the texts a configuration is made of; a later layer goes over the earlier ones.</summary>
public sealed class ConfigLayer
{
    private ConfigLayer(string name, string? text, SourceKind kind, string? remedy = null) => (Name, Content, Kind, Remedy) = (name, text, kind, remedy);

    public string Name { get; }

    public SourceKind Kind { get; }

    /// <summary>The text; null when it is to be read from the source.</summary>
    internal string? Content { get; }

    /// <summary>What to do where there is no such file.</summary>
    internal string? Remedy { get; }

    /// <param name="path">Below the config root, with <c>/</c> between names.</param>
    /// <param name="remedy">What to do where there is no such file.</param>
    public static ConfigLayer File(string path, string remedy = "look at its name") => new(path, null, SourceKind.File, remedy);

    /// <param name="name">What messages call it; its includes are sought beside this name.</param>
    /// <param name="text">HOCON.</param>
    public static ConfigLayer Text(string name, string text) => new(name, text, SourceKind.File);

    /// <param name="setting">As on the command line: <c>a.b.c=500 tao</c>.</param>
    public static ConfigLayer Setting(string setting) => new("-s", setting, SourceKind.Setting);
}
