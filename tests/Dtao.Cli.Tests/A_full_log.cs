using System.Text.Json;
using Dtao.Records.Events;
using Dtao.Records.Reading;

namespace Dtao.Cli.Tests;

/// <summary>Half a day of the demo's run with every topic on record.</summary>
public sealed class FullRun : CliSpec
{
    public FullRun()
    {
        Assert.Equal(ExitCode.Done, Dtao("run", "sn28", "-q", "--name", "full", "-s", "run.duration=12 hours", "-s", "record.topics=[trades, decisions, epochs, hearings, payments, ledger]"));
        Log = [.. RunReader.Open("runs/full").Events()];
    }

    public IReadOnlyList<ClefEvent> Log { get; }

    public void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(Here, "runs/full"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }
}

public sealed class A_full_log : CliSpec, IClassFixture<FullRun>
{
    private readonly IReadOnlyList<ClefEvent> log;

    public A_full_log(FullRun run)
    {
        run.CopyTo("runs/full");
        log = run.Log;
    }

    [Fact]
    public void names_no_cause_and_no_root_that_is_not_in_it_before()
    {
        var roots = new Dictionary<EventId, EventId>();
        foreach (var told in log)
        {
            var root = told.Cause.IsNone ? told.Id : roots.GetValueOrDefault(told.Cause);
            Assert.True(told.Root == root, $"{told.Id}, {told.Kind}: its cause is {told.Cause}, whose root is {root}, and its own is {told.Root}.");
            Assert.True(roots.TryAdd(told.Id, told.Root), $"{told.Id} comes twice.");
        }
    }

    [Fact]
    public void has_each_kind_of_link_that_there_is()
    {
        var kinds = log.ToDictionary(told => told.Id, told => told.Kind);
        var links = log.Where(told => !told.Cause.IsNone).Select(told => $"{told.Kind} from {kinds[told.Cause]}").ToHashSet(StringComparer.Ordinal);
        string[] wanted =
        [
            "Staked from Ordered", "Refused from Ordered", "WeightsSet from Ordered", "Ordered from Posted", "Ordered from EpochDrained", "EpochDrained from WeightsSet",
            "Paid from EpochDrained", "Heard from Posted", "Posted from Staked", "CapEnded from CapBegan",
        ];
        Assert.All(wanted, link => Assert.Contains(link, links));
    }

    [Fact]
    public void holds_no_field_that_the_schema_does_not_declare()
    {
        foreach (var told in log)
        {
            var kind = EventSchema.Find(told.Kind);
            Assert.True(kind is not null, told.Kind);
            var declared = EventSchema.Common.Concat(kind.Fields).ToDictionary(field => field.Name, StringComparer.Ordinal);
            foreach (var field in told.Properties.EnumerateObject()) Assert.True(declared.Remove(field.Name), $"{told.Kind} has an undeclared {field.Name}.");
            Assert.True(declared.Values.All(field => field.IsOptional), $"{told.Id}, {told.Kind} lacks {string.Join(", ", declared.Values.Where(field => !field.IsOptional))}.");
        }
    }

    [Fact]
    public void gives_the_last_state_without_its_agents()
    {
        Assert.Equal(ExitCode.Done, Dtao("replay", "runs/full", "--from-log"));
        Assert.Equal($"Reproduced from the log alone: state hash {RunReader.Open("runs/full").HashHead}.\n", Out);
        var lines = File.ReadAllLines("runs/full/events.clef");
        foreach (var missing in (int[])[0, 3, lines.Length / 3, lines.Length / 2, lines.Length - 1])
        {
            File.WriteAllLines("runs/full/events.clef", lines.Where((_, i) => i != missing));
            Assert.Equal(ExitCode.NotReproduced, Dtao("replay", "runs/full", "--from-log"));
        }
    }

    [Fact]
    public void tells_of_the_same_events_as_a_narrative_one()
    {
        Assert.Equal(ExitCode.Done, Dtao("run", "sn28", "-q", "--name", "short", "-s", "run.duration=12 hours"));
        var ids = RunReader.Open("runs/short").Events().Select(told => (told.Id, told.Cause, told.Root, told.Kind)).ToArray();
        Assert.True(ids.Length > 100);
        var narrative = ids.Select(id => id.Id).ToHashSet();
        Assert.Equal(ids, log.Where(told => narrative.Contains(told.Id)).Select(told => (told.Id, told.Cause, told.Root, told.Kind)));
    }

    [Fact]
    public void is_read_by_why_and_log_as_far_as_it_is_whole()
    {
        File.Delete("runs/full/run.db");
        File.Delete("runs/full/OK");
        var whole = File.ReadAllBytes("runs/full/events.clef");
        File.WriteAllBytes("runs/full/events.clef", whole[..^9]);
        var sold = log.First(told => told.Kind == "Unstaked");
        Assert.Equal(ExitCode.Done, Dtao("why", "runs/full", sold.Id.ToString(), "--json"));
        Assert.Contains("is PARTIAL", Err, StringComparison.Ordinal);
        Assert.Equal(sold.Cause.ToString(), Json().GetProperty("causes")[0].GetProperty("id").GetString());
        Assert.Equal(ExitCode.Done, Dtao("log", "runs/full", "--tail", "1", "--json"));
        Assert.Contains("breaks off", Err, StringComparison.Ordinal);
        Assert.Equal(log[^2].Id.ToString(), JsonDocument.Parse(Out).RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public void is_asked_why_and_answers_from_the_database_alone_too()
    {
        var sold = log.First(told => told.Kind == "Unstaked" && told.Root != told.Cause);
        Assert.Equal(ExitCode.Done, Dtao("why", "runs/full", sold.Id.ToString()));
        var told = Out;
        Assert.Contains("Why:\n  Its order:\n  " + sold.Cause, told, StringComparison.Ordinal);
        File.Delete("runs/full/events.clef");
        Assert.Equal(ExitCode.Done, Dtao("why", "runs/full", sold.Id.ToString()));
        Assert.Equal(told, Out);
    }

    [Theory]
    [InlineData("e999999999")]
    [InlineData("o999999999")]
    [InlineData("h999999999")]
    [InlineData("x1")]
    [InlineData("e0")]
    public void does_not_have_every_id(string id)
    {
        Assert.Equal(ExitCode.Usage, Dtao("why", "runs/full", id));
        Assert.Equal("", Out);
        Assert.Contains(id, Err, StringComparison.Ordinal);
    }

    [Fact]
    public void is_filtered_from_one_time_to_another()
    {
        Assert.Equal(ExitCode.Done, Dtao("log", "runs/full", "ev = Staked and tao > 5", "--from", "1 hours", "--to", "4920951", "--json"));
        var wanted = log.Where(told => told.Kind == "Staked" && told.Block.Height is >= 4_920_651 and <= 4_920_951 && long.Parse(told.Properties.GetProperty("tao_rao").GetString()!) > 5_000_000_000);
        Assert.Equal(wanted.Select(told => told.Properties.GetRawText()), Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(ExitCode.Usage, Dtao("log", "runs/full", "netuuid = 28"));
        Assert.Equal("filter:1 error: no event has this field\n   netuuid = 28\n   ^^^^^^^ did you mean \"Netuid\"?\n", Err);
    }
}
