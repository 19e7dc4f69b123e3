using System.Globalization;
using System.Text.Json.Nodes;

namespace Dtao.Cli.Screen;

/// <summary>Rows as a JSON array of objects, one a line. Rao are texts, since JSON readers lose integers above 2⁵³; what is no finite number is null.</summary>
internal static class AnswerJson
{
    public static void Write(TextWriter to, Answer answer)
    {
        var (names, between) = (Names(answer.Columns), "[\n");
        foreach (var row in answer.Rows)
        {
            to.Write(between);
            to.Write(new JsonObject(row.Select((cell, i) => KeyValuePair.Create(names[i], Value(names[i], cell)))).ToJsonString());
            between = ",\n";
        }
        to.Write(between == "[\n" ? "[]\n" : "\n]\n");
    }

    /// <summary>Two columns of one name are told apart by a number.</summary>
    private static string[] Names(IReadOnlyList<string> columns)
    {
        var names = new List<string>();
        foreach (var column in columns)
        {
            var (name, number) = (column, 1);
            while (names.Contains(name, StringComparer.Ordinal)) name = string.Create(CultureInfo.InvariantCulture, $"{column}_{++number}");
            names.Add(name);
        }
        return [.. names];
    }

    private static JsonNode? Value(string name, object? cell) => cell switch
    {
        long number when name.EndsWith("_rao", StringComparison.Ordinal) => number.ToString(CultureInfo.InvariantCulture),
        long number => number,
        double number => double.IsFinite(number) ? number : null,
        string text => text,
        byte[] bytes => Convert.ToHexString(bytes),
        _ => null,
    };
}
