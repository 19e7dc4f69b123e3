using Dtao.Agents.Talking;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Tests.Talking;

public sealed class A_pile_of_notices
{
    private readonly NoticePile pile = new();

    [Fact]
    public void keeps_a_notice_until_the_last_inbox_has_let_go_of_it_and_then_gives_its_place_again()
    {
        var place = pile.Put(Numbered(1), holders: 2);
        Assert.Equal(1, pile.Take(place).Number);
        Assert.NotEqual(place, pile.Put(Numbered(2), holders: 1));
        Assert.Equal(1, pile.Take(place).Number);
        Assert.Equal(place, pile.Put(Numbered(3), holders: 1));
        Assert.Equal(3, pile.Take(place).Number);
    }

    private static Notice Numbered(long number) => new(number, new Heard(new Block(5), new NetUid(1), Topic.Holding, 0), default);
}
