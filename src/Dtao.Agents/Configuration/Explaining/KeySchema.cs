using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Hocon;

namespace Dtao.Agents.Configuration.Explaining;

/// <summary>What may stand at a key, as a JSON Schema.</summary>
internal static class KeySchema
{
    private const string Number = @"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?";

    /// <summary>A time's units, as <see cref="Quantity.Blocks"/> has them.</summary>
    private const string Times = "blocks?|s|seconds?|min|minutes?|h|hours?|days?";

    public static JsonObject Of(KeyNature nature)
    {
        if (nature.IsList) return new JsonObject { ["type"] = "array", ["items"] = Constant(nature) };
        return nature.MayBeDrawn ? AnyOf([Constant(nature), .. Draws(nature)]) : Constant(nature);
    }

    private static JsonObject Constant(KeyNature nature) => nature.Kind switch
    {
        KeyKind.Flag => new JsonObject { ["enum"] = new JsonArray(true, false) },
        KeyKind.Choice => new JsonObject { ["enum"] = new JsonArray([.. nature.Choices.Select(choice => (JsonNode)choice)]) },
        KeyKind.Whole => Bounded("integer", nature),
        KeyKind.Number => Bounded("number", nature),
        KeyKind.Fraction => AnyOf([Bounded("number", nature), Text($"^{Number} *%$")]),
        KeyKind.Tao => Text($"^{Number} *(tao|rao)$"),
        KeyKind.Alpha => Text($"^{Number} *(alpha|rao)$"),
        KeyKind.Price => Text($"^{Number} *tao/alpha$"),
        KeyKind.Object => new JsonObject { ["type"] = "object" },
        KeyKind.Blocks => Text($"^{Number} *({Times})$"),
        _ => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
    };

    /// <summary>The draws of <see cref="ConfigReader.Draw"/>, each with parameters in the key's own unit or bare.</summary>
    private static IEnumerable<JsonObject> Draws(KeyNature nature)
    {
        var own = nature with { AtLeast = null, AtMost = null, MayBeDrawn = false };
        var bare = new KeyNature(KeyKind.Number);
        yield return Draw("uniform", Pair(nature with { MayBeDrawn = false }, nature with { MayBeDrawn = false }));
        yield return Draw("normal", Pair(nature with { MayBeDrawn = false }, own));
        yield return Draw("lognormal", Pair(own, bare));
        yield return Draw("exponential", Constant(own));
        yield return Draw("pareto", Pair(bare, own));
    }

    private static JsonObject Draw(string kind, JsonObject parameters) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [kind] = parameters },
        ["required"] = new JsonArray(kind),
        ["additionalProperties"] = false,
    };

    private static JsonObject Pair(KeyNature first, KeyNature second) => new()
    {
        ["type"] = "array",
        ["prefixItems"] = new JsonArray(Constant(first), Constant(second)),
        ["minItems"] = 2,
        ["maxItems"] = 2,
    };

    private static JsonObject AnyOf(IEnumerable<JsonObject> forms) => new() { ["anyOf"] = new JsonArray([.. forms]) };

    private static JsonObject Text(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Bounded(string type, KeyNature nature)
    {
        var schema = new JsonObject { ["type"] = type };
        if (nature.AtLeast is { } least) schema["minimum"] = Written(least);
        if (nature.AtMost is { } most) schema["maximum"] = Written(most);
        return schema;
    }

    private static JsonNode Written(decimal bound) => JsonNode.Parse((bound / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture))!;
}
