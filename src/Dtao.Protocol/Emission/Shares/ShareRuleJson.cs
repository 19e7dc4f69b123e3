using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dtao.Protocol.Emission.Shares;

/// <summary>A rule as JSON, for the record of a run: its name, and its settings by key.</summary>
internal sealed class ShareRuleJson : JsonConverter<ISubnetShares>
{
    public override ISubnetShares Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var (name, settings) = (document.RootElement.GetProperty("rule").GetString(), document.RootElement);
        var rule = ShareRule.All.FirstOrDefault(known => known.Name == name) ?? throw new JsonException($"There is no rule of emission named {name}.");
        return rule.Make(setting => settings.GetProperty(setting.Key).GetDouble());
    }

    public override void Write(Utf8JsonWriter writer, ISubnetShares value, JsonSerializerOptions options)
    {
        var rule = ShareRule.All.First(known => known.Type == value.GetType());
        writer.WriteStartObject();
        writer.WriteString("rule", rule.Name);
        foreach (var setting in rule.Settings) writer.WriteNumber(setting.Key, (double)setting.Property.GetValue(value)!);
        writer.WriteEndObject();
    }
}
