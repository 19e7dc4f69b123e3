using System.Text.Json;
using Dtao.Records.Events;

namespace Dtao.Records.Tests.Events;

public sealed class EventSchemaTests
{
    [Fact]
    public void Has_at_most_forty_types_each_with_a_name_of_its_own()
    {
        Assert.InRange(EventSchema.All.Length, 1, 40);
        Assert.Equal(EventSchema.All.Length, EventSchema.All.Select(kind => kind.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(EventSchema.All, kind => Assert.Equal(kind.Fields.Length, kind.Fields.Select(field => field.Name).Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public void Is_the_table_of_the_readme() => Assert.Contains(EventSchema.Table(), Readme(), StringComparison.Ordinal);

    [Fact]
    public void Has_a_version_that_every_log_begins_with()
    {
        using var root = new TemporaryFolder();
        var started = Lines(new SmallRun(blocks: 3).Record(root)).First(line => line.GetProperty("Ev").GetString() == "RunStarted");
        Assert.Equal(EventSchema.Version, started.GetProperty("Schema").GetInt32());
    }

    [Fact]
    public void Knows_every_field_of_every_line()
    {
        using var root = new TemporaryFolder();
        var lines = Lines(new SmallRun().Record(root));
        Assert.True(lines.Select(line => line.GetProperty("Ev").GetString()).Distinct(StringComparer.Ordinal).Count() > 12);
        Assert.All(lines, SchemaSpec.Holds);
    }

    private static List<JsonElement> Lines(string run) => [.. File.ReadLines(Path.Combine(run, "events.clef")).Select(line => JsonDocument.Parse(line).RootElement.Clone())];

    private static string Readme()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Dtao.Agents.sln"))) folder = Path.GetDirectoryName(folder)!;
        return File.ReadAllText(Path.Combine(folder, "src/Dtao.Records/README.md"));
    }
}
