using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Dtao.Scenario.Tests.Sweeps;

public sealed class Strategies_that_misbehave : IDisposable
{
    /// <summary>Each harms its run in another way, after it has behaved for a while.</summary>
    private const string Hostile = """
        [Strategy("hostile", Role.Speculator, Rule = "It misbehaves.", Source = "a test")]
        public sealed class Hostile : IStrategy
        {
            private static readonly List<byte[]> Eaten = new();

            [Knob(KnobUnit.Number, "How it misbehaves", AtLeast = 0, AtMost = 6)]
            public double Kind { get; set; }

            public Intent Decide(Sight sight, Dice dice)
            {
                if (sight.Now.Height % 100 > 10) switch ((int)Kind)
                {
                    case 1: while (true) { }
                    case 2: try { throw new InvalidOperationException("inner"); } finally { while (true) { } }
                    case 3: Console.WriteLine(Deeper(0)); break;
                    case 4: Environment.FailFast("I give up"); break;
                    case 5: var much = new byte[1 << 20]; Array.Fill(much, (byte)1); Eaten.Add(much); System.Threading.Thread.Sleep(2); break;
                    case 6: throw new ArgumentException("I throw");
                }
                Console.WriteLine("{\"run\":1}");
                return Intent.None.WakeMe(ImmutableArray.Create(When.In(sight.Now, 1)));
            }

            private static int Deeper(int depth) => depth < 0 ? depth : Deeper(depth + 1) + depth;
        }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void cost_their_own_runs_alone_and_each_row_says_what_happened_and_who()
    {
        Compiled.Strategies(folder["hostile.dll"], Hostile);
        File.WriteAllText(folder["cheap.conf"], CheapSweep.Base);
        File.WriteAllText(folder["hostile.conf"], """
            include "cheap.conf"
            run { duration = 100000 blocks, strategy-time-limit-seconds = 1 }
            cohorts.hostile { role = speculator, strategy = hostile, count = 2, wealth = 1 tao, first-wake = { uniform = [1 blocks, 5 blocks] }, knobs { kind = 0 } }
            """);

        var (code, data, err) = Processes.Dtao.Run(folder, [], "sweep", "-c", "hostile.conf", "--vary", "cohorts.hostile.knobs.kind=[1, 2, 3, 4, 5, 6]", "--strategies", "hostile.dll", "--memory", "400", "-j", "2", "-q", "--json");

        Assert.True(code == 4, err);
        Assert.Equal((0, 6), ((int)JsonNode.Parse(data)!["done"]!, (int)JsonNode.Parse(data)!["failed"]!));
        using var database = new SqliteConnection($"Data Source={folder["sweeps/hostile/sweep.db"]};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT kind, agent, block, failure, again FROM runs ORDER BY run";
        using var rows = command.ExecuteReader();
        foreach (var (kind, word) in ((string, string)[])[("time", "did not come back"), ("time", "did not come back"), ("stack", "Stack overflow"), ("exit", "I give up"), ("memory", "400 MiB"), ("threw", "I throw")])
        {
            Assert.True(rows.Read());
            Assert.Equal(kind, rows.GetString(0));
            Assert.Matches("^hostile-[01]$", rows.GetString(1));
            Assert.InRange(rows.GetInt64(2), 4_920_351, 5_020_351);
            Assert.Contains(word, rows.GetString(3), StringComparison.Ordinal);
            Assert.Matches("^dtao run .*hostile\\.conf -s cohorts\\.hostile\\.knobs\\.kind=. -s run\\.seed=\\d+ --strategies .*hostile\\.dll --name hostile-p.-r1$", rows.GetString(4));
        }
        Assert.Equal(6, Directory.GetFiles(folder["sweeps/hostile/failed"]).Length);
    }
}
