using Dtao.Agents.Tests.Configuration;
using Dtao.Agents.Worlds;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Tests.Worlds;

public sealed class A_snapshot
{
    private const string Header = "netuid,tau_in,alpha_in,alpha_out,moving_price";

    private const string Chain = """
        block,netuid,tau_in,alpha_in,alpha_out,moving_price,name
        7954000,4,30000.5,900000,1200000,0.031,"Targon, the fourth"
        7954000,0,5700000,0,0,,root
        7954000,1,20000,1000000,1000000.123456789,0.02,Apex
        """;

    [Fact]
    public void gives_pools_moving_prices_and_root_as_the_file_has_them()
    {
        var state = Build(Chain).Ledger.State;
        Assert.Equal([1, 4], state.Subnets.Select(subnet => (int)subnet.Netuid.Value));
        Assert.Equal(new Pool(Tao.Of(20_000), Alpha.Of(1_000_000)), state[new NetUid(1)].Pool);
        Assert.Equal(new Pool(Tao.Of(30_000.5m), Alpha.Of(900_000)), state[new NetUid(4)].Pool);
        Assert.Equal(0.031, state[new NetUid(4)].MovingPrice.ToDouble(), 1e-6);
        Assert.InRange(state.Root.Stakes.Total.Tokens, 5_699_999.9, 5_700_000);
    }

    [Fact]
    public void has_all_of_its_alpha_in_somebodys_hands_to_the_rao()
    {
        var apex = Build(Chain).Ledger.State[new NetUid(1)];
        Assert.Equal(Alpha.Of(1_000_000.123456789m), apex.AlphaOut);
        Assert.Equal(apex.AlphaOut, apex.Stakes.Total);
    }

    [Fact]
    public void gives_owners_and_speculators_their_shares()
    {
        var world = Build(Chain);
        var state = world.Ledger.State;
        foreach (var subnet in state.Subnets)
        {
            Assert.Equal(0.054, Statement.Of(state, subnet.Owner).On(subnet.Netuid).Tokens / subnet.AlphaOut.Tokens, 1e-6);
            Assert.Equal(0.3, world.Seats.Sum(seat => Statement.Of(state, seat.Account).On(subnet.Netuid).Tokens) / subnet.AlphaOut.Tokens, 1e-6);
        }
    }

    [Fact]
    public void deals_no_alpha_to_those_who_have_nothing_and_only_bring_news()
    {
        var world = Build(Chain, more: "cohorts.news { role = speculator, strategy = newswire, count = 3, wealth = 0 tao, talks = false }");
        var news = world.Seats.Where(seat => seat.Id.Cohort == "news").ToArray();
        Assert.Equal(3, news.Length);
        Assert.All(news, seat => Assert.Empty(Statement.Of(world.Ledger.State, seat.Account).Holdings));
        Assert.Contains(world.Seats, seat => !Statement.Of(world.Ledger.State, seat.Account).Holdings.IsEmpty);
    }

    [Fact]
    public void has_owners_that_have_a_place_on_their_subnets_and_subnets_that_are_young_to_nobody()
    {
        var state = Build(Chain).Ledger.State;
        Assert.All(state.Subnets, subnet => Assert.Equal((subnet.Owner, new Block(0), new Block(0)), (subnet.Neurons[0].Hotkey, subnet.RegisteredAt, subnet.StartedAt)));
    }

    [Fact]
    public void issues_what_lies_in_pools_on_root_and_with_agents()
    {
        var state = Build(Chain).Ledger.State;
        Assert.Equal(state.TotalFree + new Tao(state.Root.Stakes.Total.Rao) + Tao.Of(50_000.5m), state.Issued);
    }

    [Fact]
    public void issues_what_it_is_said_to_and_keeps_the_rest_elsewhere()
    {
        var state = Build(Chain, more: "genesis.snapshot.issuance = 10700000 tao").Ledger.State;
        Assert.Equal(Tao.Of(10_700_000), state.Issued);
        Assert.Equal(state.Issued - new Tao(state.Root.Stakes.Total.Rao) - Tao.Of(50_000.5m) - Tao.Of(500), state.AccountOf(state.Elsewhere!.Value).Free);
    }

    // 10.5 million are half of what there will ever be: above them a block makes half a TAO, below them a whole one.
    [Theory]
    [InlineData("10499000", 1)]
    [InlineData("10700000", 0.5)]
    public void halves_the_emission_where_more_than_half_is_issued(string issuance, decimal emission)
    {
        var ledger = Build(Chain, more: $"genesis.snapshot.issuance = {issuance} tao").Ledger;
        var before = ledger.State.Issued;
        ledger.OpenBlock(ledger.State.Block + 1);
        Assert.InRange((ledger.State.Issued - before).Rao, (Tao.Of(emission) - new Tao(10)).Rao, Tao.Of(emission).Rao); // floors take a rao
    }

    [Fact]
    public void refuses_to_issue_less_than_there_is() =>
        Assert.Contains("genesis.snapshot.issuance", Assert.Throws<WorldImpossible>(() => Build(Chain, more: "genesis.snapshot.issuance = 1000000 tao")).Message, StringComparison.Ordinal);

    [Fact]
    public void is_dealt_out_by_the_seed()
    {
        static Alpha FirstHolding(ulong seed)
        {
            var world = Build(Chain, seed);
            return Statement.Of(world.Ledger.State, world.Seats[0].Account).On(new NetUid(1));
        }
        Assert.Equal(FirstHolding(1), FirstHolding(1));
        Assert.NotEqual(FirstHolding(1), FirstHolding(2));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(Header, "is empty")]
    [InlineData("netuid,tau_in,alpha_in,moving_price\n0,1,1,1", "has no column alpha_out")]
    [InlineData("netuid;tau_in;alpha_in;alpha_out;moving_price\n0;1;1;1;1", "has no column netuid")]
    [InlineData(Header + "\n0,100,0,0,\n1,,5,5,0.1", "line 3, column tau_in: \"\" is empty")]
    [InlineData(Header + "\n0,100,0,0,\n,5,5,5,0.1", "line 3, column netuid: \"\" is empty")]
    [InlineData(Header + "\n0,100,0,0,\n1,5,many,5,0.1", "line 3, column alpha_in: \"many\" is no number")]
    [InlineData(Header + "\n0,100,0,0,\n1,5,5,-5,0.1", "line 3, column alpha_out: \"-5\" is no number of 0 or above")]
    [InlineData(Header + "\n0,100,0,0,\n1,5,5,5,NaN", "line 3, column moving_price: \"NaN\" is no number")]
    [InlineData(Header + "\n0,100,0,0,\n1,5,1e3,5,0.1", "line 3, column alpha_in: \"1e3\" is no number")]
    [InlineData(Header + "\n0,100,0,0,\n1,\"1,5\",5,5,0.1", "line 3, column tau_in: \"1,5\" is no number")]
    [InlineData(Header + "\n0,100,0,0,\n1,5,21000001,5,0.1", "line 3, column alpha_in: \"21000001\" is above 21000000")]
    [InlineData(Header + "\n0,100,0,0,\n1.5,5,5,5,0.1", "line 3, column netuid: \"1.5\" is no whole number")]
    [InlineData(Header + "\n0,100,0,0,\n65536,5,5,5,0.1", "line 3, column netuid: \"65536\" is no whole number from 0 to 65535")]
    [InlineData(Header + "\n0,100,0,0,\n1,5,5", "line 3, column alpha_out: the row ends before it")]
    [InlineData(Header + "\n0,100,0,0,\n1,5,5,5,0.1\n1,6,6,6,0.2", "has netuid 1 twice")]
    [InlineData(Header + "\n1,5,5,5,0.1", "has no row for root (netuid 0)")]
    [InlineData(Header + "\n0,100,0,0,", "has no subnet beside root")]
    [InlineData(Header + "\n0,20999999,0,0,\n1,20999999,5,5,0.1", "above the cap")]
    public void that_is_malformed_is_refused_with_its_row_and_column(string csv, string why)
    {
        var impossible = Assert.Throws<WorldImpossible>(() => Build(csv));
        Assert.Contains(why, impossible.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.csv")]
    [InlineData("/")]
    [InlineData("no\0where.csv")]
    public void that_is_not_there_is_refused_by_its_name(string name)
    {
        var impossible = Assert.Throws<WorldImpossible>(() => SnapshotFile.Read(name, path => new StreamReader(path)));
        Assert.Contains(name, impossible.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void is_not_read_for_a_launch() => Assert.NotNull(WorldBuilder.Build(Written.Run(""), 1, _ => throw new InvalidOperationException()));

    private static World Build(string csv, ulong seed = 1, string more = "")
    {
        var config = Written.Run("""
            genesis { kind = snapshot, snapshot.path = subnets.csv }
            cohorts.traders { role = speculator, strategy = noise, count = 50, wealth = 10 tao }

            """ + more);
        return WorldBuilder.Build(config, seed, _ => new StringReader(csv));
    }
}
