using System.Text.Json;
using System.Text.Json.Nodes;
using Dtao.Hocon;
using Spectre.Console;

namespace Dtao.Cli.Screen;

/// <summary>Where output goes: data to one writer, progress and notices to the other. Text from users is made harmless on the way.</summary>
public sealed class Terminal(TextWriter data, TextWriter notices, bool isInteractive)
{
    private const int Wide = 1000;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Whether somebody is looking, so that a line may be drawn over.</summary>
    public bool IsInteractive { get; } = isInteractive;

    public TextWriter Data { get; } = data;

    public TextWriter Notices { get; } = notices;

    public void Say(string line) => Data.Write(Harmless(line) + "\n");

    public void Note(string line) => Notices.Write(Harmless(line) + "\n");

    /// <summary>A table without lines, so that it reads well in a file too. Cells are plain text.</summary>
    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, bool isHeaded = true)
    {
        var table = new Table().NoBorder();
        table.ShowHeaders = isHeaded;
        foreach (var column in header) table.AddColumn(new TableColumn(Markup.Escape(column)).NoWrap().PadRight(2));
        foreach (var row in rows) table.AddRow([.. row.Select(cell => new Text(SafeText.Escape(cell)))]);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(Data) });
        console.Profile.Width = Wide;
        console.Write(table);
    }

    public void Json(JsonNode node) => Data.Write(node.ToJsonString(Indented) + "\n");

    /// <summary>Line feeds stay; every other control character is shown, not sent.</summary>
    private static string Harmless(string text) => string.Join('\n', text.Split('\n').Select(line => SafeText.Escape(line)));
}
