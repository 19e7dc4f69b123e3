using System.Collections.Immutable;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

/// <summary>A subnet with two validators of 3000 and 1000 alpha and two miners of 200 alpha; its epochs come every 361 blocks.</summary>
public sealed class An_explorer
{
    private const int Tempo = 361;

    private static readonly NetUid Apex = new(1);

    private readonly Ledger ledger;
    private readonly Explorer explorer;
    private readonly AccountId large, small, miner, rival;

    public An_explorer()
    {
        var genesis = new Genesis(new Block(100), Some.Rules);
        genesis.Open(Apex, genesis.Open(Tao.Zero), new Pool(Tao.Of(1000), Alpha.Of(4000)), I96F32.FromRatio(1, 4));
        (large, small, miner, rival) = (Neuron(genesis, 3000), Neuron(genesis, 1000), Neuron(genesis, 200), Neuron(genesis, 200));
        ledger = genesis.Build();
        explorer = new Explorer(ledger);
    }

    private Metagraph Page => Assert.Single(explorer.Metagraphs);

    [Fact]
    public void shows_nothing_of_a_subnet_before_its_first_epoch()
    {
        Open();
        Assert.Empty(explorer.Metagraphs);
    }

    [Fact]
    public void shows_at_an_epoch_what_was_sold_in_the_tempo_that_ended()
    {
        PassToEpoch();
        var received = Sell(miner, 50) + Sell(miner, 20);
        PassToEpoch();
        Assert.True(Page.IsOfEpoch);
        Assert.Equal((received, Tao.Zero), (Of(miner).Sold, Of(rival).Sold));
        PassToEpoch();
        Assert.Equal(Tao.Zero, Of(miner).Sold);
    }

    [Fact]
    public void does_not_set_buys_against_sales()
    {
        PassToEpoch();
        var received = Sell(miner, 50);
        Settle(new Stake(miner, Apex, miner, received));
        PassToEpoch();
        Assert.Equal(received, Of(miner).Sold);
    }

    [Fact]
    public void counts_what_is_moved_to_another_subnet_or_root_as_sold()
    {
        PassToEpoch();
        var moved = Assert.IsType<Moved>(Settle(new Move(miner, Apex, miner, NetUid.Root, miner, Alpha.Of(50))));
        PassToEpoch();
        Assert.Equal(moved.Out.Received, Of(miner).Sold);
    }

    [Fact]
    public void takes_another_page_three_blocks_before_the_next_epoch()
    {
        PassToEpoch();
        var epoch = Page.Block;
        OpenThe(Tempo - Explorer.LeadBlocks);
        Assert.Equal(epoch, Page.Block);
        var late = Sell(miner, 50); // in the very block at whose close the page is taken
        Close();
        Assert.Equal((epoch + (Tempo - Explorer.LeadBlocks), epoch, false), (Page.Block, Page.Epoch, Page.IsOfEpoch));
        Assert.Equal(late, Of(miner).Sold);
        PassToEpoch();
        Assert.Equal(epoch + Tempo, Page.Block);
    }

    [Fact]
    public void keeps_a_sale_of_the_epochs_own_block_for_the_next_tempo()
    {
        PassToEpoch(close: false);
        Assert.Equal(Tao.Zero, Of(miner).Sold);
        var received = Sell(miner, 50);
        Close();
        PassToEpoch();
        Assert.Equal(received, Of(miner).Sold);
    }

    [Fact]
    public void shows_what_a_neurons_account_holds_with_all_hotkeys_together()
    {
        PassToEpoch();
        Settle(new Move(miner, Apex, miner, Apex, large, Alpha.Of(80)));
        PassToEpoch();
        Assert.InRange(Of(miner).Held.Tokens, 200, 400); // and what the stake has earned
        Assert.InRange(Of(large).Held.Tokens, 3000, 3400); // what others stake with a hotkey is theirs
    }

    [Fact]
    public void shows_votes_of_those_alone_who_may_vote_and_do()
    {
        PassToEpoch();
        Vote(large, new Link(2, 1));
        Vote(small, new Link(2, 1));
        PassToEpoch();
        Assert.InRange(Of(large).VotingShare / Of(small).VotingShare, 2.8, 3.2);
        Assert.Contains(small.Index, Page.Voters.Hotkeys.ToArray());
        Assert.Equal(1, Page.Neurons.Sum(neuron => neuron.VotingShare), tolerance: 1e-12);
        for (var i = 0; i < 15; i++) // beyond the cutoff of 5000 blocks for the small one
        {
            Vote(large, new Link(2, 1));
            PassToEpoch();
        }
        Assert.Equal([large.Index], Page.Voters.Hotkeys);
        Assert.Empty((Page with { Neurons = [] }).Voters.Hotkeys.ToArray());
        Assert.Equal((1.0, 0.0), (Page.Neurons.Where(n => n.Hotkey != miner && n.Hotkey != rival).Sum(n => n.VotingShare), Of(small).VotingShare));
        Assert.Equal(1.0, Of(large).VotingShare);
    }

    [Fact]
    public void lists_who_votes_by_hotkey_and_what_each_earned_with_a_vote()
    {
        NeuronView Neuron(int hotkey, double votes, double dividends) =>
            new(new AccountId(hotkey), new Block(0), HasPermit: votes > 0, votes, IncentiveShare: 0, dividends, Alpha.Zero, Tao.Zero);
        var voters = new Metagraph(Apex, new Block(9), new Block(9), Alpha.Of(41), [Neuron(7, 0.25, 0.5), Neuron(5, 0, 0), Neuron(3, 0.5, 0.25), Neuron(4, 0.25, 0.25)]).Voters;
        Assert.Equal([3, 4, 7], voters.Hotkeys);
        Assert.Equal([0.5, 1, 2], voters.Earned(1));
        Assert.Equal([4, 8, 16], voters.Earned(8));
        Assert.Equal([0.5, 1, 2], voters.Earned(1));
    }

    [Fact]
    public void has_one_list_of_hotkeys_for_all_pages_on_which_every_place_is_still_the_same_ones()
    {
        PassToEpoch();
        var first = Page.Hotkeys;
        Assert.Equal(Page.Neurons.Select(neuron => neuron.Hotkey.Index), first);
        PassToEpoch();
        Assert.True(first == Page.Hotkeys);
        var another = new AccountId(77);
        Assert.True((Page with { Neurons = Page.Neurons.SetItem(1, Page.Neurons[1] with { Hotkey = another }) }).Hotkeys is [_, 77, ..]);
        Assert.Equal(1, (Page with { Neurons = Page.Neurons.SetItem(1, Page.Neurons[1] with { Hotkey = another }) }).UidOf(another));
    }

    [Fact]
    public void says_of_a_page_how_far_it_paid_for_what_is_held()
    {
        NeuronView Neuron(int hotkey, double votes, double incentive, double held) =>
            new(new AccountId(hotkey), new Block(0), HasPermit: votes > 0, votes, incentive, DividendShare: 0, Alpha.Of((decimal)held), Tao.Zero);
        var page = new Metagraph(Apex, new Block(9), new Block(9), Alpha.Of(41), [Neuron(1, 0.7, 0, 0), Neuron(2, 0.3, 0.75, 10), Neuron(3, 0, 0.25, 30)]);
        Assert.Equal((0.7, 40.0, 0.5), (page.LargestVote, page.HeldTokens, page.PayByHolding));
        Assert.Equal((0.0, 0.0, 0.0), page with { Neurons = [] } is var empty ? (empty.LargestVote, empty.HeldTokens, empty.PayByHolding) : default);
    }

    [Fact]
    public void keeps_a_page_until_the_one_after_the_next()
    {
        PassToEpoch();
        var kept = Page;
        var (shown, at, copy) = (kept.Neurons.ToArray(), kept.Block, kept with { Incentive = Alpha.Zero });
        Assert.NotEqual(0, kept.HeldTokens);
        while (Page.Block == at)
        {
            Open();
            Close();
        }
        Assert.Equal(shown, kept.Neurons);
        PassToEpoch();
        Assert.Contains("was kept", Assert.Throws<InvalidOperationException>(() => kept.Neurons).Message);
        Assert.Throws<InvalidOperationException>(() => kept.HeldTokens);
        Assert.Equal(shown, copy.Neurons);
        Assert.NotEqual(shown, Page.Neurons);
    }

    [Fact]
    public void shows_how_an_epoch_divided_its_pay()
    {
        PassToEpoch();
        Vote(large, new(2, 30), new(3, 10));
        Vote(small, new(2, 30), new(3, 10));
        PassToEpoch();
        Assert.Equal(0.75, Of(miner).IncentiveShare, tolerance: 1e-4);
        Assert.Equal(0.25, Of(rival).IncentiveShare, tolerance: 1e-4);
        Assert.Equal(1, Page.Neurons.Sum(neuron => neuron.DividendShare), tolerance: 1e-9);
        Assert.InRange(Page.Incentive.Tokens, 100, 150); // 41 % of what 361 blocks emit, at most one alpha each
    }

    private static AccountId Neuron(Genesis genesis, decimal staked)
    {
        var hotkey = genesis.Open(Tao.Zero);
        genesis.Register(Apex, hotkey);
        genesis.Stake(hotkey, Apex, hotkey, Alpha.Of(staked));
        return hotkey;
    }

    private NeuronView Of(AccountId hotkey) => Page.Neurons[Page.UidOf(hotkey)!.Value];

    private Tao Sell(AccountId who, decimal alpha) => Assert.IsType<Unstaked>(Settle(new Unstake(who, Apex, who, Alpha.Of(alpha)))).Received;

    private void Vote(AccountId who, params ImmutableArray<Link> weights) => Assert.IsType<WeightsSet>(Settle(new SetWeights(who, Apex, weights)));

    private Outcome Settle(LedgerCommand command)
    {
        var outcome = ledger.Settle(command);
        explorer.Note(outcome);
        return outcome;
    }

    /// <returns>Whether the subnet had an epoch.</returns>
    private bool Open()
    {
        var events = ledger.OpenBlock(ledger.State.Block + 1);
        explorer.Note(events);
        return events.OfType<EpochDrained>().Any();
    }

    private void Close()
    {
        ledger.CloseBlock();
        explorer.CloseBlock();
    }

    /// <summary>Passes blocks and leaves the last of them open.</summary>
    private void OpenThe(int blocks)
    {
        for (var i = 1; i < blocks; i++)
        {
            Open();
            Close();
        }
        Open();
    }

    private void PassToEpoch(bool close = true)
    {
        while (!Open()) Close();
        if (close) Close();
    }
}
