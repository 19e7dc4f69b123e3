using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dtao.Protocol.Units;

namespace Dtao.Records.Folders;

/// <summary>The manifest as JSON: keys in a fixed order, 64-bit numbers as strings, wall times outside the content hash.</summary>
public static class ManifestJson
{
    private const int Schema = 1;

    public static string Write(RunManifest manifest) => Encoding.UTF8.GetString(Bytes(indented: true, json =>
    {
        WriteContent(json, manifest);
        json.WriteString("content_hash", ContentHash(manifest));
        if (manifest.Wall is { } wall) WriteWall(json, wall);
    })) + "\n";

    /// <summary>SHA-256 over everything but the wall times, in lower-case hex.</summary>
    public static string ContentHash(RunManifest manifest) =>
        Convert.ToHexStringLower(SHA256.HashData(Bytes(indented: false, json => WriteContent(json, manifest))));

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

    private static void WriteContent(Utf8JsonWriter json, RunManifest manifest)
    {
        var (identity, progress) = (manifest.Identity, manifest.Progress);
        json.WriteNumber("schema", Schema);
        json.WriteString("name", identity.Name);
        json.WriteString("version", identity.Version);
        json.WriteString("commit", identity.Commit);
        json.WriteString("config_hash", identity.ConfigHash);
        json.WriteString("seed", identity.Seed.ToString(CultureInfo.InvariantCulture));
        json.WriteString("runtime", identity.Runtime);
        json.WriteNumber("first_block", progress.FirstBlock.Height);
        json.WriteNumber("last_block", progress.LastBlock.Height);
        json.WriteString("state_hash_head", progress.HashHead);
        json.WriteString("issued_rao", progress.Issued.Rao.ToString(CultureInfo.InvariantCulture));
        WriteCounts(json, progress.Counts);
    }

    private static void WriteCounts(Utf8JsonWriter json, RunCounts counts)
    {
        json.WriteNumber("blocks_done", counts.Blocks);
        json.WriteNumber("events", counts.Events);
        json.WriteNumber("trades", counts.Trades);
        json.WriteNumber("refusals", counts.Refusals);
        json.WriteNumber("postings", counts.Postings);
        json.WriteNumber("faults", counts.Faults);
        json.WriteNumber("log_lines", counts.LogLines);
    }

    private static void WriteWall(Utf8JsonWriter json, WallTimes wall)
    {
        json.WriteStartObject("wall");
        json.WriteString("started", wall.Started.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("ended", wall.Ended.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static RunManifest ReadManifest(JsonElement json) => new(
        new RunIdentity(
            Text(json, "name"), Text(json, "version"), Text(json, "commit"), Text(json, "config_hash"),
            ulong.Parse(Text(json, "seed"), NumberStyles.None, CultureInfo.InvariantCulture), Text(json, "runtime")),
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

    private static byte[] Bytes(bool indented, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = indented, NewLine = "\n" }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
