using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dtao.Records.Folders;

/// <summary>The manifest as JSON: keys in a fixed order, 64-bit numbers as strings, wall times outside the content hash.</summary>
public static partial class ManifestJson
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
        WriteStrategies(json, identity.Strategies);
        json.WriteNumber("first_block", progress.FirstBlock.Height);
        json.WriteNumber("last_block", progress.LastBlock.Height);
        json.WriteString("state_hash_head", progress.HashHead);
        json.WriteString("issued_rao", progress.Issued.Rao.ToString(CultureInfo.InvariantCulture));
        WriteCounts(json, progress.Counts);
    }

    /// <summary>Written where there are any, so that a run without has the hash it always had.</summary>
    private static void WriteStrategies(Utf8JsonWriter json, IReadOnlyList<StrategyFile> strategies)
    {
        if (strategies.Count == 0) return;
        json.WriteStartArray("strategies");
        foreach (var file in strategies)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Name);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
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
