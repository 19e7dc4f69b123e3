using Dtao.Agents.Configuration;
using Dtao.Agents.Worlds;
using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Tests.Worlds;

public sealed class The_old_mechanism
{
    private static readonly World Old = Build("policy-root-vote"), Dynamic = Build("policy-root-vote", "protocol.mechanism=dynamic");

    private static LedgerState State => Old.Ledger.State;

    [Fact]
    public void has_no_pools_and_what_would_be_in_them_is_locked()
    {
        Assert.All(State.Subnets, subnet => Assert.False(subnet.IsDynamic));
        Assert.Equal(Dynamic.Ledger.State.Subnets.Select(subnet => subnet.Pool.TaoReserve), State.Subnets.Select(subnet => subnet.Locked));
    }

    [Fact]
    public void begins_with_the_last_vote_of_which_dTAO_has_the_moving_prices()
    {
        Assert.Equal(1, State.Subnets.Sum(subnet => subnet.Voted.Tokens), 1e-6);
        foreach (var (old, now) in State.Subnets.Zip(Dynamic.Ledger.State.Subnets)) Assert.Equal(now.MovingPrice.ToDouble(), old.Voted.Tokens, 1e-5);
    }

    [Fact]
    public void has_the_same_people_with_the_same_purses_in_the_same_places()
    {
        Assert.Equal(Dynamic.Seats.Select(seat => (seat.Id, seat.Account, seat.Delegate)), Old.Seats.Select(seat => (seat.Id, seat.Account, seat.Delegate)));
        Assert.Equal(Dynamic.Ledger.State.Accounts.Select(account => account.Free), State.Accounts.Select(account => account.Free));
        Assert.Equal(Dynamic.Ledger.State.Issued, State.Issued);
    }

    [Fact]
    public void seats_every_validator_that_has_root_stake()
    {
        var validators = Old.Seats.Where(seat => seat.Role is Role.Validator or Role.Foundation).Select(seat => seat.Account);
        Assert.Equal(validators.Order(), State.Root.Neurons.Select(seat => seat.Hotkey).Order());
    }

    [Fact]
    public void is_not_to_be_had_on_a_snapshot_with_alpha()
    {
        var config = LoadedConfig.Load(ConfigInput.Of("snapshot-2026", ["genesis.snapshot.path=subnets.csv", "protocol.mechanism=root-vote"]), StrategyCatalogue.BuiltIn()).Config;
        const string Rows = "netuid,tau_in,alpha_in,alpha_out,moving_price\n0,6000000,1,6000000,0\n1,1000,10000,50000,0.1\n";
        var impossible = Assert.Throws<WorldImpossible>(() => WorldBuilder.Build(config, seed: 1, _ => new StringReader(Rows)));
        Assert.Contains("has alpha", impossible.Message, StringComparison.Ordinal);
    }

    private static World Build(string run, params string[] settings) =>
        WorldBuilder.Build(LoadedConfig.Load(ConfigInput.Of(run, settings), StrategyCatalogue.BuiltIn()).Config, seed: 1, _ => throw new InvalidOperationException());
}
