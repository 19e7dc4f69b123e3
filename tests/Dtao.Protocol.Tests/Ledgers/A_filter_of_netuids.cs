using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class A_filter_of_netuids
{
    [Fact]
    public void knows_all_that_were_added()
    {
        for (ushort netuid = 0; netuid < 1024; netuid++)
        {
            var filter = new NetUidFilter();
            filter.Add(new NetUid(netuid));
            Assert.True(filter.MayHave(new NetUid(netuid)));
        }
    }

    [Fact]
    public void takes_no_other_of_the_first_128_for_one()
    {
        var filter = new NetUidFilter();
        foreach (ushort netuid in new[] { 0, 5, 63, 64, 127 }) filter.Add(new NetUid(netuid));
        Assert.Equal([0, 5, 63, 64, 127], Enumerable.Range(0, 128).Where(netuid => filter.MayHave(new NetUid((ushort)netuid))));
    }
}
