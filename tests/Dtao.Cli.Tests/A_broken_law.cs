using Dtao.Agents.Settling;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Folders;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Cli.Tests;

/// <summary>An economy that loses one rao, from block 4920360 on, of what is staked on root.</summary>
public sealed class A_broken_law : CliSpec
{
    private const string Breach = "An invariant broke: seed 7, block 4920360: TAO held is ";
    private static readonly RunParts Leaky = new() { Strategies = StrategyCatalogue.Of(typeof(StrategyCatalogue).Assembly, typeof(A_broken_law).Assembly), Economy = ledger => new Leaking(ledger) };

    public A_broken_law() => Write("short.conf", """
        include "runs/launch.conf"
        run.duration = 30 blocks
        cohorts.savers { role = speculator, strategy = saver, count = 2, wealth = 100 tao, first-wake = 1 block }
        """);

    [Fact]
    public void ends_the_run_with_code_5_and_says_how_to_see_it_again()
    {
        Assert.Equal(5, (int)Dtao(Leaky, "run", "short.conf", "--seed", "7"));
        Assert.StartsWith(Breach, Err, StringComparison.Ordinal);
        Assert.Contains("\nLast outcomes:\n  ", Err, StringComparison.Ordinal);
        Assert.Matches("\n  Staked .*Netuid = 0.*\nTo see it again: ", Err);
        Assert.EndsWith("\nTo see it again: dtao run short.conf --seed 7 --force\n", Err, StringComparison.Ordinal);
        Assert.Equal("", Out);
    }

    [Fact]
    public void leaves_a_folder_that_is_marked_as_failed()
    {
        Dtao(Leaky, "run", "short.conf", "--seed", "7");
        Assert.Equal(RunState.Failed, RunFolder.StateOf("runs/short"));
        Assert.StartsWith("seed 7, block 4920360: TAO held is ", File.ReadAllText("runs/short/FAILED"), StringComparison.Ordinal);
    }

    [Fact]
    public void is_seen_again_by_the_command_that_was_told()
    {
        Dtao(Leaky, "run", "short.conf", "--seed", "7");
        var first = Err;
        Assert.Equal(5, (int)Dtao(Leaky, [.. Err.TrimEnd().Split('\n')[^1].Split(' ')[5..]]));
        Assert.Equal(first, Err);
    }

    [Fact]
    public void is_told_as_json_too()
    {
        Assert.Equal(5, (int)Dtao(Leaky, "run", "short.conf", "--seed", "7", "--json"));
        var error = Json().GetProperty("error");
        Assert.Equal((5, "dtao run short.conf --seed 7 --json --force"), (error.GetProperty("code").GetInt32(), error.GetProperty("hint").GetString()));
        Assert.NotEqual(0, Json().GetProperty("last_outcomes").GetArrayLength());
        Assert.Equal("", Err);
    }

    [Fact]
    public void of_an_ensembles_run_is_told_with_that_runs_own_command()
    {
        Assert.Equal(5, (int)Dtao(Leaky, "run", "short.conf", "--seeds", "7..8"));
        Assert.StartsWith(Breach, Err, StringComparison.Ordinal);
        Assert.Contains("\nTo see it again: dtao run short.conf --seeds 7 --force\n", Err, StringComparison.Ordinal);
        Assert.EndsWith("\nTo see it again: dtao run short.conf --seeds 8 --force\n", Err, StringComparison.Ordinal);
    }

    [Fact]
    public void is_found_by_a_replay_as_well()
    {
        Dtao(Leaky with { Economy = new RunParts().Economy }, "run", "short.conf");
        Assert.Equal(5, (int)Dtao(Leaky, "replay", "runs/short", "--verify"));
        Assert.EndsWith("\nTo see it again: dtao replay runs/short --verify\n", Err, StringComparison.Ordinal);
    }

    [Strategy("saver", Role.Speculator, Rule = "It stakes a TAO on root in every block.", Source = "a test")]
    public sealed class Saver : IStrategy
    {
        public Intent Decide(Sight sight, Dice dice) => Intent.Of(sight.StakeOnRoot(1)).WakeMe(When.In(sight.Now, 1));
    }

    private sealed class Leaking(Ledger ledger) : ChainEconomy(ledger)
    {
        private static readonly Block From = new(4_920_360);

        public override Outcome Settle(LedgerCommand command)
        {
            if (Ledger.State.Block < From || Ledger.Decide(command) is not Staked { Netuid.IsRoot: true } staked) return base.Settle(command);
            var booked = staked with { Received = staked.Received - new Alpha(1) };
            Ledger.Apply(booked);
            return booked;
        }
    }
}
