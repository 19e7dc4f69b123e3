namespace Dtao.Hocon;

/// <summary>Text, a number, true, false or null.</summary>
public sealed class ConfigScalar : ConfigValue
{
    internal ConfigScalar(ScalarKind type, string text, Provenance provenance)
        : base(provenance) => (Type, Text) = (type, text);

    public ScalarKind Type { get; }

    /// <summary>A number exactly as written; "true", "false" or "null"; or the text with its quotes and escapes undone.</summary>
    public string Text { get; }

    public override string Kind => Type switch
    {
        ScalarKind.Text => "text",
        ScalarKind.Number => "a number",
        _ => Text,
    };
}
