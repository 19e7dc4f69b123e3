using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dtao.Agents.Tests.Configuration.Explaining;

/// <summary>The part of JSON Schema 2020-12 that the program's schema is written in. A keyword that is not among it fails the test.</summary>
internal static class SomeSchema
{
    private static readonly HashSet<string> Notes = ["$schema", "title", "description", "default", "$defs", "then"];

    /// <summary>Paths at which a document breaks its schema.</summary>
    public static IReadOnlyList<string> Wrong(JsonObject root, JsonNode? document) => [.. Check(root, root, document, "")];

    public static JsonNode? Referred(JsonObject root, string reference) => root["$defs"]![Uri.UnescapeDataString(reference["#/$defs/".Length..]).Replace("~1", "/", StringComparison.Ordinal)];

    private static IEnumerable<string> Check(JsonObject root, JsonNode schema, JsonNode? value, string at)
    {
        if (schema is not JsonObject keywords) return schema.GetValue<bool>() ? [] : [at];
        return keywords.Where(keyword => !Notes.Contains(keyword.Key)).SelectMany(keyword => Keyword(root, keywords, keyword.Key, keyword.Value!, value, at));
    }

    private static IEnumerable<string> Keyword(JsonObject root, JsonObject schema, string keyword, JsonNode wanted, JsonNode? value, string at) => keyword switch
    {
        "$ref" => Check(root, Referred(root, (string)wanted!)!, value, at),
        "type" => If((wanted is JsonArray types ? types.Select(type => (string)type!) : [(string)wanted!]).Any(type => IsOf(type, value)), at),
        "enum" => If(((JsonArray)wanted).Any(choice => JsonNode.DeepEquals(choice, value)), at),
        "const" => If(JsonNode.DeepEquals(wanted, value), at),
        "pattern" => If(value?.GetValueKind() != JsonValueKind.String || Regex.IsMatch((string)value!, (string)wanted!), at),
        "minimum" => If(value?.GetValueKind() != JsonValueKind.Number || Number(value) >= Number(wanted), at),
        "maximum" => If(value?.GetValueKind() != JsonValueKind.Number || Number(value) <= Number(wanted), at),
        "anyOf" => If(((JsonArray)wanted).Any(form => !Check(root, form!, value, at).Any()), at),
        "allOf" => ((JsonArray)wanted).SelectMany(form => Check(root, form!, value, at)),
        "if" => Check(root, wanted, value, at).Any() ? [] : Check(root, schema["then"]!, value, at),
        "required" => value is JsonObject fields ? If(((JsonArray)wanted).All(key => fields.ContainsKey((string)key!)), at) : [],
        "properties" => value is JsonObject fields ? ((JsonObject)wanted).Where(each => fields.ContainsKey(each.Key)).SelectMany(each => Check(root, each.Value!, fields[each.Key], $"{at}.{each.Key}")) : [],
        "patternProperties" => value is JsonObject fields ? fields.SelectMany(field => ((JsonObject)wanted).Where(each => Regex.IsMatch(field.Key, each.Key)).SelectMany(each => Check(root, each.Value!, field.Value, $"{at}.{field.Key}"))) : [],
        "additionalProperties" => value is JsonObject fields ? fields.Where(field => !IsNamed(schema, field.Key)).SelectMany(field => Check(root, wanted, field.Value, $"{at}.{field.Key}")) : [],
        "items" => value is JsonArray items ? items.SelectMany((item, i) => Check(root, wanted, item, $"{at}[{i}]")) : [],
        "prefixItems" => value is JsonArray items ? ((JsonArray)wanted).Zip(items).SelectMany((pair, i) => Check(root, pair.First!, pair.Second, $"{at}[{i}]")) : [],
        "minItems" => If(value is not JsonArray items || items.Count >= (int)wanted, at),
        "maxItems" => If(value is not JsonArray items || items.Count <= (int)wanted, at),
        _ => throw new NotSupportedException($"The schema has the keyword {keyword}."),
    };

    private static bool IsNamed(JsonObject schema, string key) =>
        schema["properties"] is JsonObject known && known.ContainsKey(key) || schema["patternProperties"] is JsonObject patterns && patterns.Any(pattern => Regex.IsMatch(key, pattern.Key));

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(Number(value!)),
        _ => false,
    };

    private static decimal Number(JsonNode value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static IEnumerable<string> If(bool isRight, string at) => isRight ? [] : [at];
}
