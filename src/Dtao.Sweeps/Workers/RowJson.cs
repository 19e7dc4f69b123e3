using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Sweeps.Metrics;

namespace Dtao.Sweeps.Workers;

/// <summary>A row as a line of JSON, from a worker to its coordinator. Numbers keep every bit; what is no number is null.</summary>
internal static class RowJson
{
    public static string Write(RunRow row) => new JsonObject
    {
        ["run"] = row.Run,
        ["values"] = row.Outcome is { } outcome ? new JsonArray([.. outcome.Values.Select(Number)]) : null,
        ["series"] = new JsonArray([.. (row.Outcome?.Series ?? []).Select(value => new JsonArray(value.Name, value.Block, Number(value.Value)))]),
        ["state_hash"] = row.StateHash,
        ["config_hash"] = row.ConfigHash,
        ["kind"] = row.Failure?.Kind.ToString(),
        ["what"] = row.Failure?.What,
        ["agent"] = row.Failure?.Agent,
        ["block"] = row.Failure?.Block,
    }.ToJsonString();

    /// <exception cref="System.Text.Json.JsonException">It is no such line.</exception>
    public static RunRow Read(string line)
    {
        var row = JsonNode.Parse(line)!.AsObject();
        var outcome = row["values"] is JsonArray values ? new RunOutcome([.. values.Select(Value)], [.. row["series"]!.AsArray().Select(SeriesValue)]) : null;
        var failure = row["kind"] is { } kind ? new RunFailure(Enum.Parse<FailureKind>((string)kind!), (string)row["what"]!, (string?)row["agent"], (long?)row["block"]) : null;
        return new RunRow((int)row["run"]!, outcome, (string)row["state_hash"]!, (string)row["config_hash"]!, failure);
    }

    private static SeriesValue SeriesValue(JsonNode? value) => new((string)value![0]!, (long)value[1]!, Value(value[2]));

    /// <summary>Infinity has no number in JSON, so it goes as a text.</summary>
    private static JsonNode? Number(double value) => double.IsNaN(value) ? null : double.IsFinite(value) ? JsonValue.Create(value) : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));

    private static double Value(JsonNode? value) => value is null ? double.NaN
        : value.GetValueKind() == System.Text.Json.JsonValueKind.String ? double.Parse((string)value!, CultureInfo.InvariantCulture)
        : (double)value;
}
