using Dtao.Protocol.Ledgers;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Foundations;
using Dtao.Strategies.RootValidators;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.RootValidators;

public class RootVoterTests
{
    private const long Start = 100_000, Day = Block.PerDay;

    private static readonly AccountId Other = new(20), Third = new(21);

    [Fact]
    public void Where_emission_does_not_go_by_roots_votes_it_is_a_validator_and_no_more()
    {
        var judge = Configured.Strategy<Judge>("vote-every = 1 day");
        foreach (var day in Enumerable.Range(0, 4)) judge.Decide(Market(day) with { Market = Market(day).Market with { RootNetwork = null } }, Some.Dice(day)).Commands.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_seat_it_takes_one_and_then_votes()
    {
        var judge = Configured.Strategy<Judge>("vote-every = 1 day");
        judge.Decide(Market(0, Seat(Other)), Some.Dice(1)).Commands.ShouldBeEmpty(); // it has yet to find its time
        judge.Decide(Market(2, Seat(Other)), Some.Dice(2)).Commands.ShouldBe([new TakeRootSeat(Some.Self)]);
        judge.Decide(Market(3, Seat(Other), Seat(Some.Self)), Some.Dice(3)).Commands.ShouldHaveSingleItem().ShouldBeOfType<SetRootWeights>();
    }

    [Fact]
    public void Where_all_seats_are_taken_it_does_not_ask_for_one_at_every_look()
    {
        var judge = Configured.Strategy<Judge>("vote-every = 4 days");
        Sight Full(double day)
        {
            var sight = Market(0, Seat(Other));
            return sight with { Now = new Block(Start + (long)(day * Day)), Market = sight.Market with { RootNetwork = sight.Market.RootNetwork! with { MostSeats = 1 } } };
        }
        Enumerable.Range(0, 160).Count(look => judge.Decide(Full(look / 10.0), Some.Dice(look)).Commands.OfType<TakeRootSeat>().Any()).ShouldBeInRange(3, 4);
    }

    [Fact]
    public void It_votes_again_when_its_time_has_come()
    {
        var judge = Configured.Strategy<Judge>("vote-every = 2 days");
        var days = Enumerable.Range(0, 12).Where(day => Vote(judge, Market(day, Seat(Some.Self)), day) is not null).ToArray();
        days.Length.ShouldBeInRange(5, 6);
        days.Zip(days.Skip(1), (a, b) => b - a).ShouldAllBe(gap => gap == 2);
    }

    [Fact]
    public void A_judge_goes_by_what_the_oracle_says_as_far_as_it_is_told_to()
    {
        var judge = Configured.Strategy<Judge>("vote-every = 1 day", "by-oracle = 100%", "by-books = 0%", "error = 0");
        Shares(First(judge)).ShouldBe([(1, 0.75), (2, 0.25)]);
    }

    [Fact]
    public void A_judge_goes_by_the_books_where_the_oracle_has_said_nothing()
    {
        var judge = Configured.Strategy<Judge>("vote-every = 1 day", "by-oracle = 50%", "by-books = 50%", "error = 0");
        judge.Decide(Silent(0, Some.Heard(3, Topic.Output, 10), Some.Heard(1, Topic.Output, 30)), Some.Dice(0));
        Shares(Vote(judge, Silent(2), 2)).ShouldBe([(1, 0.75), (3, 0.25)]);
    }

    [Fact]
    public void A_judge_goes_by_the_work_that_is_paid()
    {
        var judge = Configured.Strategy<Judge>("vote-every = 1 day", "by-oracle = 0%", "by-books = 0%", "error = 0");
        var pages = (Metagraph[])[Pages.OfEpoch(1, Start, 10, Pages.Miner(30, paid: 1), Pages.Miner(31)), Pages.OfEpoch(2, Start, 10, Pages.Miner(32, paid: 0.5), Pages.Miner(33, paid: 0.5))];
        judge.Decide(Silent(0, Work(1, 30, 0.2), Work(1, 31, 1), Work(2, 32, 0.8)).Showing(pages), Some.Dice(0));
        Shares(Vote(judge, Silent(2).Showing(pages), 2)).ShouldBe([(1, 1 / 3.0), (2, 2 / 3.0)]); // a quality of 0.2 for all of the pay, of 0.8 for half of it
    }

    [Fact]
    public void A_judge_that_knows_nothing_leaves_its_last_vote()
    {
        Vote(Configured.Strategy<Judge>("vote-every = 1 day"), Silent(0), 0).ShouldBeNull();
        Vote(Configured.Strategy<Judge>("vote-every = 1 day"), Silent(5), 5).ShouldBeNull();
    }

    [Fact]
    public void Judges_differ_by_an_error_that_each_keeps()
    {
        var (one, other) = (Configured.Strategy<Judge>("vote-every = 1 day"), Configured.Strategy<Judge>("vote-every = 1 day"));
        one.Decide(Market(0, Seat(Some.Self)), Some.Dice(0, agent: 1));
        other.Decide(Market(0, Seat(Some.Self)), Some.Dice(0, agent: 2));
        var (first, later, others) = (Shares(Vote(one, Market(2, Seat(Some.Self)), 2)), Shares(Vote(one, Market(4, Seat(Some.Self)), 4)), Shares(other.Decide(Market(2, Seat(Some.Self)), Some.Dice(2, agent: 2)).Commands.OfType<SetRootWeights>().Single()));
        later.ShouldBe(first);
        others.ShouldNotBe(first);
    }

    [Fact]
    public void A_steward_votes_as_a_judge_does() =>
        Shares(First(Configured.Strategy<Steward>("vote-every = 1 day", "by-oracle = 100%", "by-books = 0%", "error = 0"))).ShouldBe([(1, 0.75), (2, 0.25)]);

    [Fact]
    public void A_self_dealer_votes_for_what_it_owns_and_where_it_earns()
    {
        var dealer = Configured.Strategy<SelfDealer>("vote-every = 1 day", "owned = 2", "validated = 1", "incubates = 0%", "fair = 0%");
        var page = Pages.OfEpoch(2, Start, 10, Pages.Voter(Some.Self.Index, votes: 0.5, dividends: 0.5));
        dealer.Decide(Owning(0).Showing(page), Some.Dice(0));
        Shares(Vote(dealer, Owning(2).Showing(page), 2)).ShouldBe([(2, 0.2), (3, 0.8)]);
    }

    [Fact]
    public void A_self_dealer_votes_for_whose_alpha_it_holds()
    {
        var dealer = Configured.Strategy<SelfDealer>("vote-every = 1 day", "held = 1", "incubates = 0%", "fair = 0%");
        var sight = Some.Sight(Start, [Some.Quote(1, 0.1, staked: 100), Some.Quote(2, 0.1, staked: 100)], held: [(1, 10), (2, 30)]);
        dealer.Decide(Seated(sight), Some.Dice(0));
        Shares(Vote(dealer, Seated(sight with { Now = new Block(Start + 2 * Day) }), 2)).ShouldBe([(1, 0.25), (2, 0.75)]);
    }

    [Fact]
    public void A_self_dealer_stands_by_what_it_incubates()
    {
        var dealer = Configured.Strategy<SelfDealer>("vote-every = 1 day", "incubates = 50%", "fair = 0%");
        dealer.Decide(Silent(0), Some.Dice(0));
        var votes = Enumerable.Range(1, 8).Select(day => Vote(dealer, Silent(2 * day), day)).OfType<SetRootWeights>().Select(Shares).ToArray();
        votes.ShouldNotBeEmpty();
        votes.ShouldAllBe(vote => vote.SequenceEqual(votes[0]));
    }

    [Fact]
    public void A_self_dealer_gives_a_share_for_the_look_of_it()
    {
        var dealer = Configured.Strategy<SelfDealer>("vote-every = 1 day", "incubates = 0%", "fair = 50%", "by-oracle = 100%", "by-books = 0%", "error = 0");
        dealer.Decide(Owning(0), Some.Dice(0));
        Shares(Vote(dealer, Owning(2), 2)).ShouldBe([(1, 0.375), (2, 0.125), (3, 0.5)]);
    }

    [Fact]
    public void Members_of_a_cartel_agree_without_a_word()
    {
        var quotes = Enumerable.Range(1, 40).Select(netuid => Some.Quote(netuid, 0.1)).ToArray();
        int[] Favoured(int cartel, ulong agent)
        {
            var member = Configured.Strategy<CartelMember>("vote-every = 1 day", $"cartel = {cartel}", "subnets = 20%", "favour = 100%");
            member.Decide(Seated(Some.Sight(Start, quotes)), Some.Dice(0, agent));
            return [.. member.Decide(Seated(Some.Sight(Start + 2 * Day, quotes)), Some.Dice(2, agent)).Commands.OfType<SetRootWeights>().Single().Weights.Select(weight => (int)weight.Netuid.Value)];
        }
        Favoured(1, agent: 1).ShouldBe(Favoured(1, agent: 2));
        Favoured(1, agent: 1).ShouldNotBe(Favoured(2, agent: 1));
        Favoured(1, agent: 1).Length.ShouldBeInRange(3, 14);
    }

    [Fact]
    public void A_follower_copies_the_others_by_their_stake()
    {
        var follower = Configured.Strategy<Follower>("vote-every = 1 day");
        RootSeatView[] seats = [Seat(Other, 300, (1, 100)), Seat(Third, 100, (1, 500), (2, 500)), Seat(Some.Self, 5000, (3, 9))];
        follower.Decide(Market(0, seats), Some.Dice(0));
        Shares(Vote(follower, Market(2, seats), 2)).ShouldBe([(1, 0.875), (2, 0.125)]);
    }

    [Fact]
    public void The_apathetic_votes_once()
    {
        var apathetic = Configured.Strategy<Apathetic>("vote-every = 1 day");
        Enumerable.Range(0, 10).Count(day => Vote(apathetic, Market(day, Seat(Some.Self)), day) is not null).ShouldBe(1);
    }

    private static SetRootWeights First(IStrategy strategy)
    {
        strategy.Decide(Market(0, Seat(Some.Self)), Some.Dice(0));
        return Vote(strategy, Market(2, Seat(Some.Self)), 2)!;
    }

    private static SetRootWeights? Vote(IStrategy strategy, Sight sight, long day) => strategy.Decide(sight, Some.Dice(day)).Commands.OfType<SetRootWeights>().SingleOrDefault();

    private static (int Netuid, double Share)[] Shares(SetRootWeights? vote) =>
        [.. vote!.Weights.Select(weight => ((int)weight.Netuid.Value, Math.Round(weight.Value / vote.Weights.Sum(other => (double)other.Value), 4))).Select(share => (share.Item1, Snapped(share.Item2)))];

    /// <summary>Weights are whole numbers of 65535.</summary>
    private static double Snapped(double share) => new[] { 1 / 3.0, 2 / 3.0 }.FirstOrDefault(third => Math.Abs(third - share) < 1e-3, Math.Round(share, 3));

    /// <summary>Three subnets; the oracle says of the first that it is worth three times the second.</summary>
    private static Sight Market(long day, params RootSeatView[] seats) =>
        Seated(Some.Sight(Start + day * Day, [Some.Quote(1, 0.1) with { Usefulness = Tao.Of(30) }, Some.Quote(2, 0.1) with { Usefulness = Tao.Of(10) }, Some.Quote(3, 0.1)]), seats);

    /// <summary>The same, where it owns the third.</summary>
    private static Sight Owning(long day)
    {
        var sight = Market(day, Seat(Some.Self));
        return sight with { Market = sight.Market with { Quotes = [.. sight.Market.Quotes.Select((quote, place) => place == 2 ? quote with { Owner = Some.Self } : quote)] } };
    }

    private static Sight Silent(long day, params Heard[] heard) => Seated(Some.Sight(Start + day * Day, [Some.Quote(1, 0.1), Some.Quote(2, 0.1), Some.Quote(3, 0.1)], heard: heard));

    private static Sight Seated(Sight sight, params RootSeatView[] seats) =>
        sight with { Market = sight.Market with { RootNetwork = new RootNetworkView(seats.Length == 0 ? [Seat(Some.Self)] : [.. seats], 64, Tao.Zero) } };

    private static RootSeatView Seat(AccountId hotkey, int stake = 100, params (int Netuid, int Value)[] weights) =>
        new(hotkey, Tao.Of(stake), [.. weights.Select(weight => new RootWeight(Some.Subnet(weight.Netuid), (ushort)weight.Value))]);

    private static Heard Work(int netuid, int miner, double quality) => Some.Heard(netuid, Topic.Work, quality) with { Of = new AccountId(miner) };
}
