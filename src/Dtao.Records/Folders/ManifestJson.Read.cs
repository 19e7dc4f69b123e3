using System.Globalization;
using System.Text.Json;
using Dtao.Protocol.Units;

namespace Dtao.Records.Folders;

public static partial class ManifestJson
{
    /// <exception cref="InvalidDataException">It is no manifest, or its content does not match its hash.</exception>
    public static RunManifest Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var manifest = ReadManifest(document.RootElement);
            if (document.RootElement.GetProperty("content_hash").GetString() != ContentHash(manifest))
                throw new InvalidDataException("The manifest's content does not match its hash: it was changed after the run.");
            return manifest;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"This is no manifest: {e.Message}", e);
        }
    }

    private static RunManifest ReadManifest(JsonElement json) => new(
        new RunIdentity(
            Text(json, "name"), Text(json, "version"), Text(json, "commit"), Text(json, "config_hash"),
            ulong.Parse(Text(json, "seed"), NumberStyles.None, CultureInfo.InvariantCulture), Text(json, "runtime"))
        {
            Strategies = json.TryGetProperty("strategies", out var files) ? [.. files.EnumerateArray().Select(file => new StrategyFile(Text(file, "file"), Text(file, "sha256")))] : [],
        },
        new RunProgress(
            new Block(Number(json, "first_block")), new Block(Number(json, "last_block")), Text(json, "state_hash_head"),
            new Tao(ulong.Parse(Text(json, "issued_rao"), NumberStyles.None, CultureInfo.InvariantCulture)),
            new RunCounts(
                Number(json, "blocks_done"), Number(json, "events"), Number(json, "trades"), Number(json, "refusals"),
                Number(json, "postings"), Number(json, "faults"), Number(json, "log_lines"))),
        json.TryGetProperty("wall", out var wall)
            ? new WallTimes(wall.GetProperty("started").GetDateTimeOffset(), wall.GetProperty("ended").GetDateTimeOffset())
            : null);

    private static string Text(JsonElement json, string key) => json.GetProperty(key).GetString() ?? throw new FormatException($"{key} is null.");

    private static long Number(JsonElement json, string key) => json.GetProperty(key).GetInt64();
}
