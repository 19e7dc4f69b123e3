using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Nominators;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Nominators;

/// <summary>Its validator is account 3; another is account 4.</summary>
public class NominatorTests
{
    private static readonly AccountId Other = new(4);

    private static Nominator Nominating => Configured.Strategy<Nominator>("margin = 20%", "part = 50%");

    /// <summary>Both have 0.3 of the votes; its own has 0.3 of the dividends.</summary>
    private static Metagraph Page(int netuid, double toTheOther, double toItsOwn = 0.3) =>
        Pages.OfEpoch(netuid, 900, 10, Pages.Voter(3, 0.3, toItsOwn), Pages.Voter(Other.Index, 0.3, toTheOther), Pages.Miner(20, paid: 1));

    /// <summary>A page for each list of validators, in that order; all but the nominator's own earn much, each another amount.</summary>
    private static Metagraph[] Listing(params int[][] validators) =>
        [.. validators.Select((those, i) => Pages.OfEpoch(i + 1, 900, 10, [.. those.Select(who => Pages.Voter(who, 0.2, who == 3 ? 0.01 : 0.2 + who / 4096.0))]))];

    private static Move[] Moves(Sight sight) => [.. Nominating.Decide(sight, Some.Dice()).Commands.Cast<Move>()];

    private static Sight At(decimal onRoot, (int, decimal)[] held, params Metagraph[] pages) =>
        Some.Sight(1000, [Some.Quote(1, 0.01, rootDividends: 8), Some.Quote(2, 0.01, rootDividends: 2)], onRoot: onRoot, held: held).Showing(pages);

    [Theory]
    [InlineData(0.37, true)]
    [InlineData(0.35, false)] // a sixth more, which is within the margin
    public void It_moves_a_part_of_its_root_stake_to_a_validator_that_earned_more_with_a_vote_by_the_margin(double toTheOther, bool moves) =>
        Moves(At(100, [], Page(1, toTheOther))).ShouldBe(moves ? [new Move(Some.Self, NetUid.Root, Some.Validator, NetUid.Root, Other, Alpha.Of(50))] : []);

    [Theory]
    [InlineData(0.2, 0.6, false)] // much more where root earns little does not make up for less where it earns much
    [InlineData(0.45, 0.1, true)]
    public void Subnets_count_by_what_they_pay_to_root(double first, double second, bool moves) =>
        Moves(At(100, [], Page(1, first), Page(2, second))).Length.ShouldBe(moves ? 1 : 0);

    [Fact]
    public void A_validator_that_votes_on_more_subnets_earns_more_with_the_same_stake() =>
        Moves(At(100, [], Page(1, 0.3), Pages.OfEpoch(2, 900, 10, Pages.Voter(Other.Index, 0.3, 0.4)))).ShouldHaveSingleItem().DestinationHotkey.ShouldBe(Other);

    [Theory]
    [InlineData(3, 131, 127, 255)] // numbers that are alike modulo any power of two up to theirs
    [InlineData(3, 259, 515, 1027)]
    public void In_which_order_pages_list_validators_makes_no_difference(params int[] validators)
    {
        var alike = Moves(At(100, [], Listing(validators, validators))).ShouldHaveSingleItem();
        Moves(At(100, [], Listing([.. validators.Reverse()], [.. validators.Skip(2), .. validators.Take(2)]))).ShouldBe([alike]);
    }

    [Fact]
    public void However_many_vote_it_finds_the_one_that_earned_more() =>
        Moves(At(100, [], Pages.OfEpoch(1, 900, 10, [.. Enumerable.Range(3, 200).Select(who => Pages.Voter(who, 0.005, who == 150 ? 0.01 : 0.004))])))
            .ShouldHaveSingleItem().DestinationHotkey.ShouldBe(new AccountId(150));

    /// <summary>On each page on which it votes one of them earns 1.3 with a vote, its own 1, the others next to nothing.</summary>
    [Theory]
    [InlineData(new[] { 3, 4, 5, 6, 7, 8, 9 }, new[] { 3, 5, 6, 7, 8, 9 }, new[] { 2, 3, 4, 6, 7, 8, 9, 10 })]
    [InlineData(new[] { 3, 9 }, new[] { 3, 4, 5, 6, 7 }, new[] { 1, 3, 9 })]
    [InlineData(new[] { 9 }, new[] { 3, 5 }, new[] { 1, 2 })]
    public void What_validators_earn_adds_up_over_pages_that_list_different_ones(params int[][] validators)
    {
        for (var best = 0; best < 12; best++)
        {
            var pages = validators.Select((those, i) => Pages.OfEpoch(i + 1, 900, 10, [.. those.Select(who => Pages.Voter(who, 0.1, who == best ? 0.13 : who == 3 ? 0.1 : 0.0001))])).ToArray();
            var (own, bests) = (validators.Count(those => those.Contains(3)), validators.Count(those => those.Contains(best)));
            var sight = Some.Sight(1000, [.. pages.Select((_, i) => Some.Quote(i + 1, 0.01, rootDividends: 5))], onRoot: 100).Showing(pages);
            var moves = Nominating.Decide(sight, Some.Dice()).Commands.Cast<Move>().Select(move => move.DestinationHotkey.Index).ToArray();
            if (best == 3 || bests * 0.13 <= own * 0.1 * 1.2) moves.ShouldBeEmpty();
            else moves.ShouldBe([best]);
        }
    }

    [Fact]
    public void Alpha_it_moves_by_what_its_own_subnet_shows()
    {
        var move = Moves(At(0, [(1, 40), (2, 40)], Page(1, 0.3), Page(2, 0.6))).ShouldHaveSingleItem();
        move.ShouldBe(new Move(Some.Self, Some.Subnet(2), Some.Validator, Some.Subnet(2), Other, Alpha.Of(20)));
    }

    [Fact]
    public void A_stake_too_small_to_be_divided_it_moves_whole() => Moves(At(1.5m, [], Page(1, 0.6))).ShouldHaveSingleItem().Amount.ShouldBe(Alpha.Of(1.5m));

    [Fact]
    public void It_leaves_a_validator_that_no_longer_votes() =>
        Moves(At(100, [], Pages.OfEpoch(1, 900, 10, Pages.Voter(Other.Index, 0.3, 0.1)))).ShouldHaveSingleItem().DestinationHotkey.ShouldBe(Other);

    [Fact]
    public void Where_nobody_has_earned_anything_it_stays() => Moves(At(100, [(1, 40)], Page(1, 0, toItsOwn: 0))).ShouldBeEmpty();

    [Fact]
    public void Nominators_go_to_different_ones_of_those_who_earned_more()
    {
        var page = Pages.OfEpoch(1, 900, 10, Pages.Voter(3, 0.3, 0.1), Pages.Voter(4, 0.3, 0.4), Pages.Voter(5, 0.3, 0.5));
        var chosen = Enumerable.Range(0, 60).Select(i => Nominating.Decide(At(100, [], page), Some.Dice(agent: (ulong)i)).Commands.Cast<Move>().Single().DestinationHotkey.Index);
        chosen.Distinct().Order().ShouldBe([4, 5]);
    }
}
