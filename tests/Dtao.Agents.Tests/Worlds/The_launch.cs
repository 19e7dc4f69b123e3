using Dtao.Agents.Configuration;
using Dtao.Agents.Tests.Configuration;
using Dtao.Agents.Worlds;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Tests.Worlds;

public sealed class The_launch
{
    private static readonly World Launch = Build(LoadedConfig.Load(ConfigInput.Of("launch"), StrategyCatalogue.BuiltIn()).Config);

    private static LedgerState State => Launch.Ledger.State;

    [Fact]
    public void has_64_subnets_with_a_pool_of_one_tao_and_one_alpha_each()
    {
        Assert.Equal(Enumerable.Range(1, 64), State.Subnets.Select(subnet => (int)subnet.Netuid.Value));
        Assert.All(State.Subnets, subnet => Assert.Equal(new Pool(Tao.Of(1), Alpha.Of(1)), subnet.Pool));
        Assert.All(State.Subnets, subnet => Assert.Equal(Alpha.Zero, subnet.AlphaOut));
    }

    [Fact] // They were there under the root network; from dTAO on they have pools, and their prices begin to be averaged.
    public void finds_its_subnets_there_long_before_and_starts_them()
    {
        Assert.All(State.Subnets, subnet => Assert.Equal((new Block(0), State.Block), (subnet.RegisteredAt, subnet.StartedAt)));
        Assert.NotEqual(new Block(0), State.Block);
    }

    [Fact]
    public void has_moving_prices_that_sum_to_one() => Assert.Equal(1, MovingPrices().Sum(), 1e-6);

    [Fact] // record.md section 2: the ten largest had 57 % of emission.
    public void gives_the_ten_largest_subnets_more_than_half() => Assert.InRange(MovingPrices().OrderDescending().Take(10).Sum(), 0.52, 0.62);

    [Fact]
    public void has_moving_prices_that_are_spread_as_the_configuration_says()
    {
        var logs = MovingPrices().Select(price => Math.Log(price)).ToArray();
        Assert.InRange(Math.Sqrt(logs.Sum(log => (log - logs.Average()) * (log - logs.Average())) / logs.Length), 1.0, 1.15);
    }

    [Fact]
    public void deals_the_same_cross_section_out_to_other_subnets_under_another_seed()
    {
        var other = Build(Launch.Config, seed: 99).Ledger.State.Subnets.Select(subnet => subnet.MovingPrice.ToDouble()).ToArray();
        Assert.NotEqual(MovingPrices(), other);
        Assert.Equal(MovingPrices().Order(), other.Order());
    }

    [Fact]
    public void has_root_in_few_hands()
    {
        var total = State.Root.Stakes.Total.Rao;
        var largest = State.Root.Stakes.Hotkeys.Select(hotkey => State.OnRoot(hotkey).Rao).OrderDescending().ToArray();
        Assert.InRange(largest.Take(5).Sum(rao => (decimal)rao) / total, 0.6499m, 0.68m);
        Assert.InRange(largest[0] / (decimal)total, 0.2499m, 0.26m);
    }

    [Fact]
    public void puts_on_root_what_the_configuration_says() => Assert.InRange(State.Root.Stakes.Total.Tokens, 5_999_999.9, 6_100_000);

    [Fact]
    public void issues_what_the_configuration_says_to_the_rao() => Assert.Equal(Tao.Of(8_380_000), State.Issued);

    [Fact] // The owner has the first place, beside 12 validators, as migrate_rao.rs registered it.
    public void gives_every_subnet_an_owner_of_its_own_its_validators_and_its_miners()
    {
        var owners = Launch.Seats.Where(seat => seat.Role == Role.Owner).Select(seat => seat.Account).ToHashSet();
        var miners = Launch.Seats.Where(seat => seat.Role == Role.Miner).Select(seat => seat.Account).ToHashSet();
        Assert.Equal(owners, State.Subnets.Select(subnet => subnet.Owner).ToHashSet());
        Assert.All(State.Subnets, subnet => Assert.Equal(2, subnet.Neurons.Count(neuron => miners.Contains(neuron.Hotkey))));
        Assert.All(State.Subnets, subnet => Assert.Equal(subnet.Owner, subnet.Neurons[0].Hotkey));
        Assert.All(State.Subnets, subnet => Assert.Equal(1 + 12, subnet.Neurons.Count(neuron => !miners.Contains(neuron.Hotkey))));
    }

    [Fact]
    public void puts_the_largest_validators_on_every_subnet()
    {
        var largest = State.Root.Stakes.Hotkeys.OrderByDescending(hotkey => State.OnRoot(hotkey).Rao).Take(6);
        Assert.All(State.Subnets, subnet => Assert.Empty(largest.Except(subnet.Neurons.Select(neuron => neuron.Hotkey))));
    }

    [Fact]
    public void goes_on_where_agents_are_fewer_than_subnets()
    {
        var world = Build(Written.Run("cohorts.owners { role = owner, strategy = sell-cut, count = 2, wealth = 20 tao }"));
        Assert.Equal(64, world.Ledger.State.Subnets.Select(subnet => subnet.Owner).Distinct().Count());
    }

    [Theory]
    [InlineData("cohorts.rich { role = speculator, strategy = noise, count = 10, wealth = 1000000 tao }", "more than genesis.launch.issuance")]
    [InlineData("cohorts.rich { role = speculator, strategy = noise, count = 1000, wealth = 20000000 tao }", "more TAO than can be counted")]
    [InlineData("protocol.total-supply = 8000000 tao", "above the cap")]
    public void is_impossible_where_the_parts_do_not_fit(string text, string why)
    {
        var impossible = Assert.Throws<WorldImpossible>(() => Build(Written.Run(text)));
        Assert.Contains(why, impossible.Message, StringComparison.Ordinal);
    }

    /// <summary>Share of root's voting weight on a subnet that the first validator commands with what the others lend it.</summary>
    [Theory]
    [InlineData("0%", 0.25)] // its own
    [InlineData("20%", 0.25)] // it has more by itself
    [InlineData("55%", 0.55)]
    public void has_the_first_validator_command_what_the_others_lend_it(string wanted, double share)
    {
        var world = Build(Written.Run($"genesis.root.lent-to-first = {wanted}\ncohorts.foundation {{ role = foundation, strategy = passive, count = 1, wealth = 1 tao }}"));
        var state = world.Ledger.State;
        Assert.All(state.Subnets, subnet =>
        {
            double WeightOf(AccountId hotkey) => state.StakeWeightOf(subnet, hotkey, I96F32.One).ToDouble();
            Assert.Equal(share, WeightOf(world.Seats[0].Account) / state.Root.Stakes.Hotkeys.Sum(WeightOf), tolerance: 0.001);
        });
    }

    [Fact]
    public void has_those_whom_a_cohort_reaches_follow_it_beside_its_ties()
    {
        var world = Build(Written.Run("""
            forum.graph = none
            cohorts.crowd { role = speculator, strategy = noise, count = 1000, wealth = 1 tao }
            cohorts.loud  { role = speculator, strategy = noise, count = 1, wealth = 1 tao, reach = 30% }
            """));
        Assert.InRange(world.Listeners[1000].Length, 256, 344); // three standard deviations of 14.5
        Assert.All(world.Listeners.Take(1000), Assert.Empty);
    }

    private static double[] MovingPrices() => [.. State.Subnets.Select(subnet => subnet.MovingPrice.ToDouble())];

    private static World Build(RunConfig config, ulong seed = 1) => WorldBuilder.Build(config, seed, _ => throw new InvalidOperationException("A launch opens no file."));
}
