using Dtao.Agents.Conversation;
using Dtao.Agents.Waking;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Tests.Waking;

public sealed class Wake_conditions : WakeBookSpec
{
    [Fact]
    public void At_a_block_wakes_once()
    {
        Given(Alice, at: 10, When.At(new Block(15)));
        Assert.Equal([15], BlocksThatWake(Alice, 11, 50));
    }

    [Theory]
    [InlineData(3)] // long gone
    [InlineData(10)] // the block at hand
    public void At_a_block_that_has_passed_wakes_in_the_next_one(long wanted)
    {
        Given(Alice, at: 10, When.At(new Block(wanted)));
        Assert.Equal([11], BlocksThatWake(Alice, 11, 50));
    }

    [Fact]
    public void Every_so_many_blocks_goes_on_without_being_asked_for_again()
    {
        Given(Alice, at: 10, When.Every(4));
        Assert.Equal([14, 18, 22, 26], BlocksThatWake(Alice, 11, 29));
    }

    [Fact]
    public void Every_no_blocks_is_every_block()
    {
        Given(Alice, at: 10, When.Every(0));
        Assert.Equal([11, 12, 13], BlocksThatWake(Alice, 11, 13));
    }

    [Fact]
    public void A_request_takes_the_place_of_all_that_stood_before()
    {
        Given(Alice, at: 10, When.Every(5), When.Post(), When.Below(Apex, 1), When.Epoch(Apex));
        Given(Alice, at: 11, When.At(new Block(40)));
        Closes(at: 12, heard: [Alice], epochs: [Apex], prices: (Apex, 0.5));
        Assert.Equal([40], BlocksThatWake(Alice, 12, 60));
    }

    [Fact]
    public void An_empty_request_leaves_the_standing_ones()
    {
        Given(Alice, at: 10, When.Every(5));
        Given(Alice, at: 11);
        Assert.Equal([15, 20], BlocksThatWake(Alice, 11, 20));
    }

    [Fact]
    public void A_silenced_seat_is_never_woken_again()
    {
        Given(Alice, at: 10, When.Every(5), When.Fill(), When.Above(Apex, 1), When.Epoch(Apex));
        Silenced(Alice, at: 11);
        Closes(at: 12, filled: [Alice], epochs: [Apex], prices: (Apex, 2));
        Assert.Empty(BlocksThatWake(Alice, 13, 100));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public void Many_who_ask_in_one_block_are_woken_each_when_it_asked_to_be(int seats)
    {
        var book = new WakeBook(seats);
        book.Take([.. Enumerable.Range(0, seats).Select(seat => new WakeRequest(seat, [When.At(new Block(11 + seat % 2))], Silenced: false))], new Block(10));
        Assert.Equal(Enumerable.Range(0, seats).Where(seat => seat % 2 == 0), book.Wakers(new Block(11)));
        Assert.Equal(Enumerable.Range(0, seats).Where(seat => seat % 2 == 1), book.Wakers(new Block(12)));
    }

    [Fact]
    public void Two_reasons_in_one_block_wake_once()
    {
        Given(Alice, at: 10, When.At(new Block(13)), When.Every(3), When.Post());
        Closes(at: 12, heard: [Alice, Alice]);
        Assert.Equal([Alice], WokenAt(13));
    }

    [Fact]
    public void Wakers_come_in_the_order_of_their_seats_whoever_asked_first()
    {
        Given(Carol, at: 10, When.At(new Block(20)));
        Given(Alice, at: 11, When.At(new Block(20)));
        Given(Bob, at: 12, When.At(new Block(20)));
        Assert.Equal([Alice, Bob, Carol], WokenAt(20));
    }

    [Fact]
    public void A_post_wakes_those_who_heard_it_and_wait_for_posts_in_the_next_block()
    {
        Given(Alice, at: 10, When.Post());
        Given(Bob, at: 10, When.Fill());
        Closes(at: 12, heard: [Alice, Bob]);
        Assert.Equal([Alice], WokenAt(13));
        Closes(at: 13);
        Closes(at: 14, heard: [Alice]); // The condition stands until it is replaced.
        Assert.Equal([Alice], WokenAt(15));
    }

    [Theory]
    [InlineData(Topic.News, Alice, Carol)]
    [InlineData(Topic.PayForHolding, Bob, Carol)]
    [InlineData(Topic.PayForSelling, Bob, Carol)]
    [InlineData(Topic.Work, Carol)]
    public void A_post_wakes_those_who_wait_for_its_topic_or_for_any(Topic about, params int[] woken)
    {
        Given(Alice, at: 10, When.Post(Topic.News));
        Given(Bob, at: 10, When.Post(Topic.PayForHolding, Topic.PayForSelling));
        Given(Carol, at: 10, When.Post());
        Closes(at: 12, heard: [Alice, Bob, Carol], about: about);
        Assert.Equal(woken, WokenAt(13));
    }

    [Fact]
    public void Topics_of_two_conditions_add_up_and_a_later_request_drops_both()
    {
        Given(Alice, at: 10, When.Post(Topic.News), When.Post(Topic.Work));
        Closes(at: 12, heard: [Alice], about: Topic.News);
        Assert.Equal([Alice], WokenAt(13));
        Closes(at: 13, heard: [Alice], about: Topic.Work);
        Assert.Equal([Alice], WokenAt(14));
        Given(Alice, at: 14, When.Fill());
        Closes(at: 15, heard: [Alice], about: Topic.News);
        Assert.Empty(WokenAt(16));
    }

    [Fact]
    public void A_fill_wakes_those_who_were_filled_and_wait_for_it()
    {
        Given(Alice, at: 10, When.Fill());
        Given(Bob, at: 10, When.Post());
        Closes(at: 12, filled: [Bob, Alice]);
        Assert.Equal([Alice], WokenAt(13));
    }

    [Fact]
    public void Income_wakes_those_who_were_paid_and_wait_for_it()
    {
        Given(Alice, at: 10, When.Income());
        Given(Bob, at: 10, When.Fill());
        Closes(at: 12, paid: [Alice, Bob]);
        Assert.Equal([Alice], WokenAt(13));
    }

    [Fact]
    public void A_new_subnet_wakes_everyone_who_waits_for_one()
    {
        Given(Alice, at: 10, When.NewSubnet());
        Given(Carol, at: 10, When.NewSubnet());
        Closes(at: 11);
        Assert.Empty(WokenAt(12));
        Closes(at: 12, newSubnet: true);
        Assert.Equal([Alice, Carol], WokenAt(13));
    }

    [Fact]
    public void An_epoch_wakes_after_its_offset_and_so_does_the_next_epoch()
    {
        Given(Alice, at: 10, When.Epoch(Apex, offset: 3));
        Given(Bob, at: 10, When.Epoch(Targon));
        Closes(at: 20, epochs: [Apex]);
        Assert.Equal([24], BlocksThatWake(Alice, 21, 39));
        Closes(at: 40, epochs: [Apex, Targon]);
        Assert.Equal([Bob], WokenAt(41));
        Assert.Equal([44], BlocksThatWake(Alice, 42, 60));
    }

    [Fact]
    public void Who_is_woken_between_an_epoch_and_its_offset_and_asks_anew_is_still_woken_after_it()
    {
        Given(Alice, at: 10, When.Epoch(Apex, offset: 5));
        Closes(at: 20, epochs: [Apex]);
        Given(Alice, at: 23, When.Epoch(Apex, offset: 5));
        Assert.Equal([26], BlocksThatWake(Alice, 24, 39));
        Given(Alice, at: 40, When.Epoch(Apex, offset: 5));
        Assert.Empty(BlocksThatWake(Alice, 41, 60));
    }
}
