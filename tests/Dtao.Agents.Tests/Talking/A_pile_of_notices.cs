using Dtao.Agents.Talking;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Tests.Talking;

public sealed class A_pile_of_notices
{
    private readonly NoticePile pile = new();

    [Fact]
    public void keeps_a_notice_until_the_last_inbox_has_let_go_of_it()
    {
        var (first, second) = (pile.Put(Numbered(1), holders: 2), pile.Put(Numbered(2), holders: 1));
        Assert.Equal(1, pile.Take(first).Number);
        Assert.Equal(2, pile.Count);
        Assert.Equal(2, pile.Take(second).Number);
        Assert.Equal(1, pile.Take(first).Number);
        Assert.Equal(0, pile.Count);
    }

    [Fact]
    public void gives_a_place_again_that_has_become_free()
    {
        var first = pile.Put(Numbered(1), holders: 1);
        pile.Take(first);
        Assert.Equal(first, pile.Put(Numbered(2), holders: 1));
        Assert.Equal(2, pile.Take(first).Number);
    }

    private static Notice Numbered(long number) => new(number, new Heard(new Block(5), new NetUid(1), Topic.Holding, 0), default);
}
