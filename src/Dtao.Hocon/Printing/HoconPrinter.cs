using System.Text;

namespace Dtao.Hocon;

/// <summary>Writes a tree as HOCON that reads back as the same tree: two spaces a level, one field a line, no substitutions left.</summary>
public sealed class HoconPrinter
{
    private readonly StringBuilder text = new();
    private readonly bool withOrigins;
    private int level;

    private HoconPrinter(bool withOrigins) => this.withOrigins = withOrigins;

    /// <param name="root">The object whose fields are written.</param>
    /// <param name="withOrigins">Says behind each value where it comes from.</param>
    public static string Print(ConfigObject root, bool withOrigins = false)
    {
        var printer = new HoconPrinter(withOrigins);
        printer.PrintFields(root);
        return printer.text.ToString();
    }

    /// <summary>One value as it can be written behind a key, without a line break.</summary>
    public static string OnOneLine(ConfigValue value) => value switch
    {
        ConfigScalar { Type: ScalarKind.Text } text => Write(text.Text),
        ConfigScalar scalar => scalar.Text,
        ConfigArray array => $"[{string.Join(", ", array.Items.Select(OnOneLine))}]",
        ConfigObject { Fields.Count: > 0 } section => $"{{ {string.Join(", ", section.Fields.Select(field => $"{ConfigPath.Quote(field.Key)} = {OnOneLine(field.Value)}"))} }}",
        _ => value is ConfigObject ? "{}" : "null",
    };

    /// <summary>A text as HOCON writes it: bare when that reads back the same, otherwise quoted.</summary>
    public static string Write(string said) => IsBare(said) ? said : QuotedText.Write(said);

    private static bool IsBare(string said)
    {
        var plain = said.Length > 0 && said.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or '%' or ' ');
        return plain && said.Trim(' ') == said && !said.Contains("//", StringComparison.Ordinal) && Parser.KindOf(said) == ScalarKind.Text;
    }

    private void PrintFields(ConfigObject section)
    {
        foreach (var (key, value) in section.Fields)
        {
            Indent().Append(ConfigPath.Quote(key)).Append(value is ConfigObject ? " " : " = ");
            PrintValue(value);
            EndLine(value);
        }
    }

    private void PrintValue(ConfigValue value)
    {
        switch (value)
        {
            case ConfigScalar scalar:
                text.Append(scalar.Type == ScalarKind.Text ? Write(scalar.Text) : scalar.Text);
                break;
            case ConfigObject { Fields.Count: > 0 } section:
                PrintLines('{', () => PrintFields(section), '}');
                break;
            case ConfigArray array when array.Items.All(item => item is ConfigScalar):
                text.Append('[').AppendJoin(", ", array.Items.Select(OnOneLine)).Append(']');
                break;
            case ConfigArray array:
                PrintLines('[', () => PrintItems(array), ']');
                break;
            default:
                text.Append(value is ConfigObject ? "{}" : "null");
                break;
        }
    }

    private void PrintItems(ConfigArray array)
    {
        foreach (var item in array.Items)
        {
            Indent();
            PrintValue(item);
            EndLine(item);
        }
    }

    private void PrintLines(char open, Action body, char close)
    {
        text.Append(open).Append('\n');
        level++;
        body();
        level--;
        Indent().Append(close);
    }

    private void EndLine(ConfigValue value)
    {
        if (withOrigins && value is not ConfigObject { Fields.Count: > 0 })
            text.Append("  # ").Append(SafeText.Escape(OriginOf(value)));
        text.Append('\n');
    }

    private static string OriginOf(ConfigValue value) => value.Via is { } via ? $"{value.Origin.Place} by {via.Place}" : value.Origin.Place;

    private StringBuilder Indent() => text.Append(' ', 2 * level);
}
