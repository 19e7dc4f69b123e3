using System.Text.Json;

namespace Dtao.Protocol.Tests.Vectors;

/// <summary>Every case of every file of a folder: <c>DTAO_VECTORS</c>, or the copy beside these tests.</summary>
public static class VectorFolder
{
    public static string Path =>
        Environment.GetEnvironmentVariable("DTAO_VECTORS") is { Length: > 0 } chosen ? chosen : System.IO.Path.Combine(AppContext.BaseDirectory, "Vectors", "cases");

    public static IReadOnlyList<VectorCase> Cases { get; } =
        [.. Directory.EnumerateFiles(Path, "*.json").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<VectorCase> Read(string file)
    {
        var root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        var area = root.GetProperty("area").GetString()!;
        return root.GetProperty("cases").EnumerateArray().Select(entry => new VectorCase(
            area,
            entry.GetProperty("id").GetString()!,
            entry.GetProperty("inputs"),
            entry.GetProperty("expected"),
            new Tolerance(entry.TryGetProperty("tolerance", out var tolerance) ? tolerance : default)));
    }
}
