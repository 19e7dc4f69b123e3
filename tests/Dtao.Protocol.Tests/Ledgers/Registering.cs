using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Registration;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class Registering : LedgerSpec
{
    private static readonly RegistrationRules Neurons = Some.Rules.Registration;

    [Fact] // 4000 − 4000·1000 ÷ 1001 = 3.996003996003996…
    public void buys_alpha_with_the_price_of_the_place_and_burns_it()
    {
        var (issued, out_) = (State.Issued, State[Apex].AlphaOut);
        var registered = Assert.IsType<NeuronRegistered>(When(new RegisterNeuron(Alice, Apex)));
        Assert.Equal(new NeuronRegistered(Alice, Apex, Uid: 1, Tao.Of(1), new Alpha(3_996_003_996), Replaced: null), registered);
        Assert.Equal((Tao.Of(1001), Alpha.Of(4000) - registered.Burned), (State[Apex].Pool.TaoReserve, State[Apex].Pool.AlphaReserve));
        Assert.Equal((Tao.Of(99), issued, out_), (State.AccountOf(Alice).Free, State.Issued, State[Apex].AlphaOut));
    }

    [Fact]
    public void takes_the_next_uid_as_of_now()
    {
        PassBlocks(7);
        When(new RegisterNeuron(Alice, Apex));
        var neuron = State[Apex].Neurons[1];
        Assert.Equal((Alice, State.Block, State.Block), (neuron.Hotkey, neuron.RegisteredAt, neuron.LastUpdate));
        Assert.Equal((ushort)1, State[Apex].UidOf(Alice));
    }

    [Fact]
    public void twice_is_refused()
    {
        When(new RegisterNeuron(Alice, Apex));
        PassBlocks(1);
        IsRefused(When(new RegisterNeuron(Alice, Apex)), Refusal.AlreadyRegistered);
    }

    [Fact]
    public void of_a_second_one_in_a_block_is_refused()
    {
        When(new RegisterNeuron(Alice, Apex));
        IsRefused(When(new RegisterNeuron(Bob, Apex)), Refusal.TooManyRegistrationsThisBlock);
        Assert.IsType<NeuronRegistered>(When(new RegisterNeuron(Bob, Targon)));
        PassBlocks(1);
        Assert.IsType<NeuronRegistered>(When(new RegisterNeuron(Bob, Apex)));
    }

    [Fact] // the target is 1, and three times as many are let in
    public void of_a_fourth_one_in_an_interval_is_refused()
    {
        Start(Some.Rules with { Registration = Neurons with { MaxPerBlock = 9 } });
        var strangers = OpenAccounts(4);
        foreach (var stranger in strangers[..3]) Assert.IsType<NeuronRegistered>(When(new RegisterNeuron(stranger, Apex)));
        IsRefused(When(new RegisterNeuron(strangers[3], Apex)), Refusal.TooManyRegistrationsThisInterval);
        PassBlocks(360);
        Assert.IsType<NeuronRegistered>(When(new RegisterNeuron(strangers[3], Apex)));
    }

    [Fact]
    public void for_more_than_is_free_is_refused()
    {
        Start(Some.Rules, free: 0.9m);
        IsRefused(When(new RegisterNeuron(Alice, Apex)), Refusal.InsufficientTao);
    }

    [Fact]
    public void on_root_or_nowhere_is_refused()
    {
        IsRefused(When(new RegisterNeuron(Alice, NetUid.Root)), Refusal.UnknownSubnet);
        IsRefused(When(new RegisterNeuron(Alice, Nowhere)), Refusal.UnknownSubnet);
    }

    [Fact]
    public void where_registration_is_closed_is_refused()
    {
        State[Apex].RegistrationOpen = false;
        IsRefused(When(new RegisterNeuron(Alice, Apex)), Refusal.RegistrationClosed);
    }

    [Fact] // 0.01 TAO must stay in the pool, and so must 0.01 alpha
    public void that_would_empty_the_pool_is_refused()
    {
        Start(Some.Rules with { Registration = Neurons with { InitialBurnRao = 1_000_000_000_000 } }, free: 1000, apexTao: 1, apexAlpha: 1);
        IsRefused(When(new RegisterNeuron(Alice, Apex)), Refusal.InsufficientLiquidity);
    }

    [Fact]
    public void on_a_full_subnet_takes_the_place_of_another_and_leaves_nothing_of_it()
    {
        Start(Some.Rules with { Registration = Neurons with { MaxNeurons = 2, ImmunityBlocks = 0 } });
        When(new RegisterNeuron(Alice, Apex));
        State[Apex].Neurons[1].SetWeights([new Link(0, 1)], State.Block);
        State[Apex].Neurons[1].HasPermit = true;
        PassBlocks(1);
        var registered = Assert.IsType<NeuronRegistered>(When(new RegisterNeuron(Bob, Apex)));
        Assert.Equal(((ushort)1, (AccountId?)Alice), (registered.Uid, registered.Replaced));
        Assert.Null(State[Apex].UidOf(Alice));
        var neuron = State[Apex].Neurons[1];
        Assert.Equal((Bob, false, 0), (neuron.Hotkey, neuron.HasPermit, neuron.Weights.Length));
    }

    [Fact]
    public void where_the_owner_holds_the_only_place_is_refused()
    {
        Start(Some.Rules with { Registration = Neurons with { MaxNeurons = 1 } });
        IsRefused(When(new RegisterNeuron(Alice, Apex)), Refusal.NobodyToPrune);
    }

    [Fact]
    public void shows_in_the_quote_what_a_place_costs_and_how_many_are_taken()
    {
        When(new RegisterNeuron(Alice, Apex));
        var quote = MarketView.Of(State).Find(Apex)!.Value;
        Assert.Equal((Tao.Of(1), 2), (quote.RegistrationCost, quote.Neurons));
    }

    private AccountId[] OpenAccounts(int count)
    {
        var accounts = new AccountId[count];
        for (var i = 0; i < count; i++)
        {
            accounts[i] = State.Open(new Account());
            State.Debit(Alice, Tao.Of(2));
            State.Credit(accounts[i], Tao.Of(2));
        }
        return accounts;
    }
}
