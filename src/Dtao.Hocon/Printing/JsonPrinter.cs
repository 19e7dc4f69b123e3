using System.Text;

namespace Dtao.Hocon;

/// <summary>Writes a tree as JSON on one line, numbers as they were written.</summary>
public static class JsonPrinter
{
    public static string Print(ConfigValue value)
    {
        var json = new StringBuilder();
        Append(json, value);
        return json.ToString();
    }

    private static void Append(StringBuilder json, ConfigValue value)
    {
        switch (value)
        {
            case ConfigScalar scalar:
                json.Append(scalar.Type == ScalarKind.Text ? QuotedText.Write(scalar.Text) : scalar.Text);
                break;
            case ConfigArray array:
                AppendList(json, '[', array.Items, item => Append(json, item), ']');
                break;
            case ConfigObject section:
                AppendList(json, '{', section.Fields, field => AppendField(json, field), '}');
                break;
            default:
                json.Append("null");
                break;
        }
    }

    private static void AppendField(StringBuilder json, KeyValuePair<string, ConfigValue> field)
    {
        json.Append(QuotedText.Write(field.Key)).Append(':');
        Append(json, field.Value);
    }

    private static void AppendList<T>(StringBuilder json, char open, IReadOnlyCollection<T> items, Action<T> append, char close)
    {
        json.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                json.Append(',');
            isFirst = false;
            append(item);
        }

        json.Append(close);
    }
}
