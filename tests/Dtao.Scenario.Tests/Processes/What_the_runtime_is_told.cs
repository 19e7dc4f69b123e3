using System.Text.Json.Nodes;
using Dtao.Scenario.Tests.Sweeps;

namespace Dtao.Scenario.Tests.Processes;

/// <summary>The runtime reads some of its settings from the environment only, so the program begins once more with them.</summary>
public sealed class What_the_runtime_is_told : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ProcFact]
    public void The_young_have_the_same_room_on_every_machine()
    {
        // Given a benchmark that leaves some 170 MB behind; when nobody says how much room there is, forty MiB are filled before anything is collected.
        Assert.InRange(CollectionsOf([]), 2, 8);
    }

    [Fact]
    public void Room_for_the_young_is_left_to_whoever_sets_it()
    {
        // Given the same benchmark in an environment that says four MiB, hexadecimal.
        Assert.InRange(CollectionsOf([("DOTNET_GCgen0size", "400000"), ("DOTNET_GCGen0MaxBudget", "400000")]), 20, 200);
    }

    [ProcFact]
    public void Code_lies_in_memory_once() => Assert.DoesNotContain("doublemapper", MemoryOf([]), StringComparison.Ordinal);

    [ProcFact]
    public void Mappings_of_code_are_left_to_whoever_sets_them() =>
        Assert.Contains("doublemapper", MemoryOf([("DOTNET_EnableWriteXorExecute", "1")]), StringComparison.Ordinal);

    private int CollectionsOf((string, string)[] environment)
    {
        var (code, data, notices) = Dtao.Run(folder, environment, "bench", "wakes", "--agents", "10000", "--blocks", "400", "--runs", "1", "--engine", "actors", "--json");
        Assert.True(code == 0, notices);
        return JsonNode.Parse(data)![0]!["collections"]!.GetValue<int>();
    }

    /// <summary>What lies in the memory of the program, once it is at work with its settings.</summary>
    private string MemoryOf((string, string)[] environment)
    {
        using var dtao = Dtao.Start(folder, environment, "bench", "wakes", "--agents", "10000", "--blocks", "1000000", "--runs", "1", "--engine", "actors");
        Assert.True(SpinWait.SpinUntil(() => dtao.Says("environ").Contains("DOTNET_GCgen0size", StringComparison.Ordinal), TimeSpan.FromMinutes(1)));
        Assert.True(SpinWait.SpinUntil(() => dtao.Says("maps").Contains("Dtao.Agents.dll", StringComparison.Ordinal), TimeSpan.FromMinutes(1)));
        return dtao.Says("maps");
    }
}
