using System.Text.Json;
using System.Text.Json.Nodes;
using Dtao.Hocon;

namespace Dtao.Cli.Screen;

/// <summary>Where output goes: data to one writer, progress and notices to the other. Text from users is made harmless on the way.</summary>
public sealed class Terminal(TextWriter data, TextWriter notices, bool isInteractive)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Whether somebody is looking, so that a line may be drawn over.</summary>
    public bool IsInteractive { get; } = isInteractive;

    public TextWriter Data { get; } = data;

    public TextWriter Notices { get; } = notices;

    public void Say(string line) => Data.Write(Harmless(line) + "\n");

    public void Note(string line) => Notices.Write(Harmless(line) + "\n");

    public void Json(JsonNode node) => Data.Write(node.ToJsonString(Indented) + "\n");

    /// <summary>Line feeds stay; every other control character is shown, not sent.</summary>
    private static string Harmless(string text) => string.Join('\n', text.Split('\n').Select(line => SafeText.Escape(line)));
}
