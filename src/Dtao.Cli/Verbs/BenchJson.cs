using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dtao.Cli.Verbs;

/// <summary>What a benchmark found, with keys as all verbs write them.</summary>
internal static class BenchJson
{
    private static readonly JsonSerializerOptions Keys = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static JsonNode Of<T>(T report) => JsonSerializer.SerializeToNode(report, Keys)!;
}
