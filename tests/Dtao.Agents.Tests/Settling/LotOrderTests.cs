using Dtao.Agents.Settling;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Agents.Tests.Settling;

public class LotOrderTests
{
    [Fact]
    public void Lots_are_sorted_by_key_then_agent_whatever_the_keys() =>
        Check.QuickThrowOnFailure(Prop.ForAll((ulong[] keys, byte shift) => IsSorted([.. keys.Select((key, i) => new Lot(key << (shift & 63), -i, i))])));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    [InlineData(1024)]
    public void Any_number_of_lots_is_sorted(int count) =>
        Assert.True(IsSorted([.. Enumerable.Range(0, count).Select(i => new Lot(unchecked((ulong)i * 0x9E3779B97F4A7C15), i, i))]));

    private static bool IsSorted(Lot[] lots) =>
        new LotOrder().Sort(lots).ToArray().SequenceEqual(lots.OrderBy(lot => lot.Key).ThenBy(lot => lot.Agent));
}
