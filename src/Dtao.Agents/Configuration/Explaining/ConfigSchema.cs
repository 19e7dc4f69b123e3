using System.Text.Json.Nodes;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Configuration.Explaining;

/// <summary>
/// A JSON Schema (draft 2020-12) of run files, made of what the readers ask for and of what <c>config/reference.conf</c> says of it. It holds for a run file
/// written as JSON, and for the tree of any other; relations between keys are left to <c>dtao check</c>.
/// </summary>
public sealed class ConfigSchema
{
    private const string Notes = "^x-", Names = "^(?!x-)[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

    private static readonly string[] Needed = ["role", "strategy", "count", "wealth"];

    private readonly StrategyCatalogue catalogue;
    private readonly Reference reference;
    private readonly KeyBook keys;

    /// <summary>What stands in the schema once and is referred to from many places.</summary>
    private readonly SortedDictionary<string, JsonNode?> definitions = new(StringComparer.Ordinal);

    private ConfigSchema(StrategyCatalogue catalogue)
    {
        this.catalogue = catalogue;
        reference = new Reference(catalogue);
        keys = LoadedConfig.Load(ConfigInput.Of(null, $"cohorts.any={{role=speculator,strategy={catalogue.Entries.First().Name},count=1,wealth=1 tao}}"), catalogue).Keys;
    }

    public static JsonObject Of(StrategyCatalogue catalogue) => new ConfigSchema(catalogue).Root();

    private JsonObject Root()
    {
        var root = Section([]);
        var sections = (JsonObject)root["properties"]!;
        sections["$schema"] = new JsonObject { ["type"] = "string" };
        sections["strategies"] = Closed(catalogue.Entries.Select(entry => KeyValuePair.Create(entry.Name, (JsonNode?)KnobsOf(entry))));
        sections["cohorts"] = new JsonObject { ["type"] = "object", ["patternProperties"] = new JsonObject { [Notes] = true, [Names] = Cohort() }, ["additionalProperties"] = false };
        sections["rules"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = Defined("rules of a protocol", () => Section(["protocol"])) };
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "A run of Dtao.Agents");
        root["$defs"] = new JsonObject(definitions);
        return root;
    }

    /// <summary>All keys below a path but those of cohorts and strategies, which are not named one by one.</summary>
    private JsonObject Section(string[] path)
    {
        var here = keys.Keys.Select(key => ConfigPath.Parse(key)!)
            .Where(key => key.Length > path.Length && key.AsSpan(0, path.Length).SequenceEqual(path) && key[0] is not ("cohorts" or "strategies"))
            .GroupBy(key => key[path.Length], StringComparer.Ordinal);
        return Closed(here.Select(group => KeyValuePair.Create(group.Key, (JsonNode?)(group.Any(key => key.Length == path.Length + 1) ? Key(ConfigPath.Join(group.First())) : Section([.. path, group.Key])))));
    }

    private JsonObject Key(string path) => Described(path, keys.NatureOf(path)!);

    private JsonObject Cohort()
    {
        string[] own = [.. keys.Keys.Select(key => ConfigPath.Parse(key)!).Where(key => key is ["cohorts", "any", _]).Select(key => key[2])];
        var cohort = Closed(own.Select(key => KeyValuePair.Create(key, (JsonNode?)Key($"cohorts.any.{key}"))).Append(KeyValuePair.Create("knobs", (JsonNode?)new JsonObject { ["type"] = "object" })));
        cohort["required"] = new JsonArray([.. Needed.Select(key => (JsonNode)key)]);
        cohort["allOf"] = new JsonArray([.. catalogue.Entries.Select(OfStrategy)]);
        return cohort;
    }

    /// <summary>A cohort of this strategy has its role, and no knobs but its own.</summary>
    private JsonObject OfStrategy(StrategyEntry entry) => new()
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["strategy"] = new JsonObject { ["const"] = entry.Name } }, ["required"] = new JsonArray("strategy") },
        ["then"] = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["role"] = new JsonObject { ["const"] = entry.About.Role.ToString().ToLowerInvariant() },
                ["knobs"] = KnobsOf(entry),
            },
        },
    };

    private JsonObject KnobsOf(StrategyEntry entry) => Defined(
        "knobs of " + entry.Name,
        () => Closed(entry.Knobs.Select(knob => KeyValuePair.Create(knob.Key, (JsonNode?)Described($"strategies.{entry.Name}.{knob.Key}", KnobNature.Of(knob))))));

    private JsonObject Defined(string name, Func<JsonObject> make)
    {
        if (!definitions.ContainsKey(name)) definitions[name] = make();
        return new JsonObject { ["$ref"] = "#/$defs/" + Uri.EscapeDataString(name.Replace("/", "~1", StringComparison.Ordinal)) };
    }

    private JsonObject Described(string path, KeyNature nature)
    {
        var (schema, elsewhere) = (Defined(nature.ToString(), () => KeySchema.Of(nature)), keys.ElsewhereOf(path));
        schema["description"] = string.Join(' ', new[] { reference.Documentation(path, elsewhere), $"({nature})" }.OfType<string>());
        if (reference.Default(path, elsewhere) is { } known) schema["default"] = JsonNode.Parse(JsonPrinter.Print(known.Value));
        return schema;
    }

    private static JsonObject Closed(IEnumerable<KeyValuePair<string, JsonNode?>> properties) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(properties),
        ["patternProperties"] = new JsonObject { [Notes] = true },
        ["additionalProperties"] = false,
    };
}
