using System.Globalization;
using System.Text.Json;

namespace Dtao.Protocol.Tests.Vectors;

/// <summary>How far a figure may be off: one bound for all fields, or one a field with <c>default</c> for the rest.</summary>
public sealed record Tolerance(JsonElement Entry)
{
    private const double RelativeOfReals = 1e-9;

    public void Compare(string field, JsonElement expected, object? actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Array: CompareLists(field, [.. expected.EnumerateArray()], actual); break;
            case JsonValueKind.Object: CompareFields(expected, actual); break;
            case JsonValueKind.Null: Assert.Null(actual); break;
            case JsonValueKind.True or JsonValueKind.False: Assert.Equal(expected.GetBoolean(), actual); break;
            case JsonValueKind.String: Assert.Equal(expected.GetString(), actual as string); break;
            case JsonValueKind.Number: CompareNumbers(field, expected, actual); break;
            default: throw new UnreadableVector($"{field} is {expected.ValueKind}.");
        }
    }

    private void CompareLists(string field, JsonElement[] expected, object? actual)
    {
        var found = Assert.IsAssignableFrom<System.Collections.IEnumerable>(actual).Cast<object?>().ToArray();
        Assert.True(expected.Length == found.Length, $"{field}: expected {expected.Length} entries, found {found.Length}");
        for (var i = 0; i < expected.Length; i++) Compare(field, expected[i], found[i]);
    }

    private void CompareFields(JsonElement expected, object? actual)
    {
        var found = Assert.IsType<Dictionary<string, object?>>(actual);
        foreach (var field in expected.EnumerateObject())
            Compare(field.Name, field.Value, found.TryGetValue(field.Name, out var value) ? value : throw new UnreadableVector($"No reader works out {field.Name}."));
    }

    private void CompareNumbers(string field, JsonElement expected, object? actual)
    {
        Assert.True(actual is not null, $"{field}: expected {expected}, but it was refused");
        var (wanted, found) = (decimal.Parse(expected.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture), AsDecimal(actual!));
        var bound = BoundOf(field, wanted, isWhole: !expected.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'));
        Assert.True(Math.Abs(wanted - found) <= bound, $"{field}: expected {wanted} ± {bound}, found {found}");
    }

    private decimal BoundOf(string field, decimal wanted, bool isWhole)
    {
        if (Entry.ValueKind != JsonValueKind.Object) return isWhole ? 0 : Math.Abs(wanted) * (decimal)RelativeOfReals;
        var entry = Entry.TryGetProperty(field, out var own) && own.ValueKind == JsonValueKind.Object ? own
            : Entry.TryGetProperty("default", out var rest) && rest.ValueKind == JsonValueKind.Object ? rest
            : Entry;
        if (entry.TryGetProperty("abs", out var abs) && abs.ValueKind == JsonValueKind.Number) return (decimal)abs.GetDouble();
        if (entry.TryGetProperty("rel", out var rel) && rel.ValueKind == JsonValueKind.Number) return Math.Abs(wanted) * (decimal)rel.GetDouble();
        return isWhole ? 0 : Math.Abs(wanted) * (decimal)RelativeOfReals;
    }

    private static decimal AsDecimal(object value) => value switch
    {
        double real => (decimal)real,
        ulong whole => whole,
        long whole => whole,
        int whole => whole,
        _ => throw new InvalidOperationException($"{value.GetType()} is no figure."),
    };
}
