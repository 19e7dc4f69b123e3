using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Sensing;

public sealed class StockTests
{
    /// <summary>The plain form: at every stocktaking each subnet's place is written.</summary>
    [Fact]
    public void It_knows_what_a_row_knows_that_is_written_in_full()
    {
        var dice = Dice.For(1, 1, 1, Purpose.World);
        var (stock, plain) = (new Stock(), new BySubnet<double>(double.NaN));
        ImmutableArray<NetUid> subnets = [];
        for (var round = 0; round < 2_000; round++)
        {
            if (round % 10 == 0) subnets = [.. Enumerable.Range(1, 30).Where(_ => dice.Chance(0.7)).Select(netuid => Some.Subnet(netuid))];
            foreach (var netuid in subnets)
            {
                var held = dice.Chance(0.1) ? dice.Uniform() : 0;
                plain[netuid] = held;
                if (held > 0 || dice.Chance(0.05)) stock.Note(netuid, held);
            }
            stock.Close(subnets);
            if (subnets.Length > 0 && dice.Pick(subnets) is var bought)
            {
                plain[bought] += 0.5;
                stock.Add(bought, 0.5);
            }
            for (var netuid = 1; netuid <= 31; netuid++) stock[Some.Subnet(netuid)].ShouldBe(plain[Some.Subnet(netuid)]);
        }
    }
}
