using System.Text.Json.Nodes;
using Dtao.Scenario.Tests.Sweeps;

namespace Dtao.Scenario.Tests.Processes;

/// <summary>The runtime takes the least room for the youngest objects from what it believes of the processor's cache; the program gives it the same room everywhere.</summary>
public sealed class Room_for_the_young : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ProcFact]
    public void Is_what_the_program_says_on_every_machine()
    {
        // Given a benchmark that leaves some 170 MB behind; when nobody says how much room there is, forty MiB are filled before anything is collected.
        Assert.InRange(CollectionsOf([]), 2, 8);
    }

    [Fact]
    public void Is_left_to_whoever_sets_it()
    {
        // Given the same benchmark in an environment that says four MiB, hexadecimal.
        Assert.InRange(CollectionsOf([("DOTNET_GCgen0size", "400000"), ("DOTNET_GCGen0MaxBudget", "400000")]), 20, 200);
    }

    private int CollectionsOf((string, string)[] environment)
    {
        var (code, data, notices) = Dtao.Run(folder, environment, "bench", "wakes", "--agents", "10000", "--blocks", "400", "--runs", "1", "--engine", "actors", "--json");
        Assert.True(code == 0, notices);
        return JsonNode.Parse(data)![0]!["collections"]!.GetValue<int>();
    }
}
