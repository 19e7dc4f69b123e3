using System.Globalization;
using System.Security.Cryptography;
using Dtao.Agents.Configuration;
using Dtao.Agents.Worlds;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;

namespace Dtao.Cli.Tests;

/// <summary>A run saves its ledger at given blocks; a later one begins there, with people who take their places in it.</summary>
public sealed class A_run_on_an_aged_chain : CliSpec
{
    private const long Saved = 4_920_351 + 400;

    private const string People = """
        cohorts {
          foundation { role = foundation, strategy = passive, count = 1, wealth = 10 tao }
          owners { role = owner, strategy = sell-cut, count = 3, wealth = 20 tao }
          noise { role = speculator, strategy = noise, count = 5, wealth = 30 tao, on-root = 50% }
          miners { role = miner, strategy = honest-miner, count = 6, wealth = 5 tao }
        }
        """;

    public A_run_on_an_aged_chain()
    {
        Write("old.conf", """
            run.duration = 450 blocks
            record.save-at = [400 blocks]
            genesis.launch.subnets = 3
            """);
        Write("young.conf", $"""
            run.duration = 400 blocks
            genesis {"{"} kind = saved, from = "old@{Saved}" {"}"}
            {People}
            """);
    }

    [Fact]
    public void finds_the_ledger_in_the_folder_of_the_earlier_run()
    {
        Assert.Equal(ExitCode.Done, Dtao("run", "old.conf"));
        Assert.True(File.Exists($"runs/old/ledger-{Saved}.bin"));
    }

    [Fact]
    public void goes_on_from_its_block_with_every_rao_of_it()
    {
        Dtao("run", "old.conf");
        var young = Rebuilt("young.conf");
        using var file = File.OpenRead($"runs/old/ledger-{Saved}.bin");
        var saved = Ledger.Restore(file, young.Ledger.Rules).State;
        Assert.Equal((new Block(Saved), saved.Issued, Tao.Zero), (young.Genesis, young.Ledger.State.Issued, young.Ledger.State.Minted));
        Assert.Equal(saved.Subnets.Select(subnet => (subnet.Pool, subnet.AlphaOut, subnet.Stakes.Total)), young.Ledger.State.Subnets.Select(subnet => (subnet.Pool, subnet.AlphaOut, subnet.Stakes.Total)));
        Assert.Equal(ExitCode.Done, Dtao("run", "young.conf"));
        Assert.Contains("Every law held", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void gives_owners_the_accounts_that_own_subnets_and_the_foundation_the_largest_on_root()
    {
        Dtao("run", "old.conf");
        var young = Rebuilt("young.conf");
        var state = young.Ledger.State;
        Assert.Equal(state.Subnets.Select(subnet => subnet.Owner), young.Seats.Where(seat => seat.Role == Role.Owner).Select(seat => seat.Account));
        var foundation = young.Seats.Single(seat => seat.Role == Role.Foundation).Account;
        Assert.Equal(state.Root.Stakes.Hotkeys.MaxBy(hotkey => state.OnRoot(hotkey).Rao), foundation);
        Assert.All(young.Seats.Where(seat => seat.Role == Role.Miner), miner => Assert.Contains(state.Subnets, subnet => subnet.UidOf(miner.Account) is not null));
    }

    [Fact]
    public void gives_everybody_what_the_configuration_says_out_of_what_lies_elsewhere()
    {
        Dtao("run", "old.conf");
        var young = Rebuilt("young.conf");
        var noise = young.Seats.First(seat => seat.Role == Role.Speculator);
        Assert.Equal(Tao.Of(15), young.Ledger.State.AccountOf(noise.Account).Free);
        var onRoot = young.Ledger.State.StakeOf(noise.Account, NetUid.Root, noise.Delegate).Rao;
        Assert.InRange(onRoot, Tao.Of(15).Rao - 2, Tao.Of(15).Rao); // shares are floored, and their worth is again
    }

    [Fact]
    public void may_name_its_ledger_by_its_age()
    {
        Dtao("run", "old.conf");
        Write("by-age.conf", "include \"young.conf\"\ngenesis { from = old, age = 400 blocks }");
        Assert.Equal(Hashed(Rebuilt("young.conf")), Hashed(Rebuilt("by-age.conf")));
    }

    [Fact]
    public void may_take_its_pools_and_draw_anew_who_holds_the_alpha()
    {
        Dtao("run", "old.conf");
        Write("anew.conf", "include \"young.conf\"\ngenesis { kind = snapshot, root.lent-to-first = 55% }");
        var (young, anew) = (Rebuilt("young.conf"), Rebuilt("anew.conf"));
        Assert.Equal(Pools(young), Pools(anew));
        Assert.Equal(young.Genesis, anew.Genesis);
        var (state, subnet) = (anew.Ledger.State, anew.Ledger.State.Subnets[0]);
        Assert.Equal(0.3, anew.Seats.Where(seat => seat.Role == Role.Speculator).Sum(seat => Statement.Of(state, seat.Account).On(subnet.Netuid).Tokens) / subnet.AlphaOut.Tokens, 1e-6);
        double VotesOf(AccountId hotkey) => state.StakeWeightOf(subnet, hotkey, I96F32.One).ToDouble();
        Assert.InRange(VotesOf(anew.Seats.Single(seat => seat.Role == Role.Foundation).Account) / state.Root.Stakes.Hotkeys.Sum(VotesOf), 0.54, 0.56);
        Assert.Equal(ExitCode.Done, Dtao("run", "anew.conf"));
        Assert.Equal(ExitCode.Done, Dtao("replay", "runs/anew", "--verify"));
    }

    [Fact]
    public void is_replayed_to_the_same_hash()
    {
        Dtao("run", "old.conf");
        Assert.Equal(ExitCode.Done, Dtao("run", "young.conf"));
        Assert.Equal(ExitCode.Done, Dtao("replay", "runs/young", "--verify"));
        Assert.StartsWith("Reproduced", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void can_be_checked_and_tells_where_it_begins()
    {
        Dtao("run", "old.conf", "--out", "elsewhere");
        Assert.Equal(ExitCode.Done, Dtao("check", "young.conf", "--out", "elsewhere"));
        Assert.Contains($"those of old@{Saved}", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void needs_the_run_below_the_folder_of_runs() => IsRefused("young.conf", "there is no run old below runs");

    [Fact]
    public void needs_a_block_at_which_it_was_saved()
    {
        Dtao("run", "old.conf");
        Write("young.conf", $"genesis {{ kind = saved, from = \"old@{Saved + 1}\" }}");
        IsRefused("young.conf", $"has no ledger of block {Saved + 1}; it has ledger-{Saved}.bin", "young.conf:1:32");
    }

    [Fact]
    public void refuses_a_torn_file()
    {
        Dtao("run", "old.conf");
        using (var file = new FileStream($"runs/old/ledger-{Saved}.bin", FileMode.Open)) file.SetLength(file.Length / 2);
        IsRefused("young.conf", "its file cannot be read");
    }

    [Fact]
    public void refuses_a_run_that_is_not_finished()
    {
        Dtao("run", "old.conf");
        File.Delete("runs/old/OK");
        IsRefused("young.conf", "is no finished run");
    }

    [Fact]
    public void refuses_a_run_by_other_rules()
    {
        Dtao("run", "old.conf", "-s", "protocol.tempo = 100 blocks");
        IsRefused("young.conf", "ran by other rules");
    }

    [Theory]
    [InlineData("genesis { kind = saved }", "genesis.from names no run")]
    [InlineData("genesis { kind = saved, from = old }", "genesis.from is not of the form RUN@BLOCK")]
    [InlineData("genesis { kind = snapshot, from = old }", "genesis.from is not of the form RUN@BLOCK")]
    [InlineData("genesis { kind = saved, from = \"old@5\", age = 1 days }", "genesis.age goes with no block in genesis.from")]
    [InlineData("genesis { kind = saved, from = \"../old@5\" }", "A name is 1 to 64")]
    [InlineData("run.duration = 10 blocks, record.save-at = [11 blocks]", "record.save-at names a block after the last one")]
    public void is_refused_where_its_file_is_wrong(string text, string message)
    {
        Write("young.conf", text);
        IsRefused("young.conf", message);
    }

    [Fact]
    public void cannot_hand_out_more_than_there_is()
    {
        Dtao("run", "old.conf");
        Write("rich.conf", "include \"young.conf\"\ncohorts.noise.wealth = 9000000 tao");
        IsRefused("rich.conf", "more TAO than is free");
    }

    private void IsRefused(string file, string message, string at = "")
    {
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("run", file));
        Assert.Contains(message, Err, StringComparison.Ordinal);
        Assert.Contains(at, Err, StringComparison.Ordinal);
    }

    private static IEnumerable<object> Pools(World world) =>
        world.Ledger.State.Subnets.Select(subnet => (object)(subnet.Netuid, subnet.Pool, subnet.AlphaOut, subnet.RegisteredAt, subnet.MovingPrice.ToDouble().ToString("G9", CultureInfo.InvariantCulture)));

    private static string Hashed(World world)
    {
        using var saved = new MemoryStream();
        world.Ledger.Save(saved);
        return Convert.ToHexString(SHA256.HashData(saved.ToArray()));
    }

    private static World Rebuilt(string file)
    {
        var strategies = StrategyCatalogue.BuiltIn();
        return WorldBuilder.Build(LoadedConfig.Load(ConfigInput.Of(file), strategies).Config, 1, File.OpenText, new SavedRuns("runs", strategies));
    }
}
