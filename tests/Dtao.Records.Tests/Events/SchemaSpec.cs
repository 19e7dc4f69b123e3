using System.Text.Json;
using Dtao.Records.Events;

namespace Dtao.Records.Tests.Events;

/// <summary>Holds a line of a log against the schema.</summary>
internal static class SchemaSpec
{
    public static void Holds(JsonElement line)
    {
        var name = line.GetProperty("Ev").GetString()!;
        var kind = EventSchema.Find(name);
        Assert.True(kind is not null, $"There is no type {name}.");
        var declared = EventSchema.Common.Concat(kind.Fields).ToDictionary(field => field.Name, StringComparer.Ordinal);
        foreach (var field in line.EnumerateObject()) Assert.True(declared.Remove(field.Name), $"{name} has an undeclared {field.Name}.");
        Assert.All(declared.Values, missing => Assert.True(missing.IsOptional, $"{name} lacks {missing.Name}."));
        Assert.Contains(line.TryGetProperty("@l", out var level) ? level.GetString()! : "Information", kind.Levels.Split("; "));
    }
}
