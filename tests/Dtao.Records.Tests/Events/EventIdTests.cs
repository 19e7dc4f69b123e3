using Dtao.Records.Events;

namespace Dtao.Records.Tests.Events;

public sealed class EventIdTests
{
    [Fact]
    public void Events_and_orders_read_as_a_letter_and_a_number()
    {
        Assert.Equal("e41", EventId.Event(41).ToString());
        Assert.Equal("o39", EventId.Order(39).ToString());
        Assert.Equal("", EventId.None.ToString());
    }

    [Theory]
    [InlineData("e1")]
    [InlineData("o39")]
    [InlineData("h7")]
    [InlineData("p12")]
    [InlineData("s1")]
    [InlineData("e1152921504606846975")]
    public void What_is_written_can_be_read_back(string text)
    {
        var id = EventId.Parse(text);
        var bytes = new byte[EventId.MaxLength];
        Assert.Equal(text, id.ToString());
        Assert.Equal(text, System.Text.Encoding.ASCII.GetString(bytes, 0, id.WriteTo(bytes)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("e0")]
    [InlineData("e-1")]
    [InlineData("x7")]
    [InlineData("e 7")]
    [InlineData("e1152921504606846976")]
    [InlineData("e99999999999999999999")]
    public void Anything_else_is_no_id(string text) => Assert.Throws<FormatException>(() => EventId.Parse(text));

    [Fact]
    public void Numbers_start_at_one() => Assert.Throws<ArgumentOutOfRangeException>(() => EventId.Event(0));
}
