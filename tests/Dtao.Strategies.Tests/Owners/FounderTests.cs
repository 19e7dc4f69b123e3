using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Owners;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Owners;

public class FounderTests
{
    private static Founder Founding() => Configured.Strategy<Founder>("every = 8 days", "share = 50%", "pause = 1 day");

    private static Sight At(long block, bool owns, decimal held = 0) =>
        Some.Sight(block, [Some.Quote(1, 0.01) with { Owner = owns ? Some.Self : Some.Validator, StartedAt = new Block(0) }], free: 100, held: [(1, held)]);

    [Fact]
    public void Without_a_subnet_it_tries_to_register_one() =>
        Founding().Decide(At(1000, owns: false), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBe(new RegisterSubnet(Some.Self));

    [Fact]
    public void It_tries_at_Poisson_times()
    {
        var founder = Founding();
        Enumerable.Range(0, 1000).Average(i => founder.Decide(At(1000, owns: false), Some.Dice(i)).Conditions.ShouldHaveSingleItem().Blocks - 1000.0)
            .ShouldBeInRange(52_000, 63_200); // 8 days are 57,600 blocks
    }

    [Fact]
    public void With_one_that_has_yet_to_be_started_it_starts_it_at_every_pause_until_it_may()
    {
        var sight = Some.Sight(1000, [Some.Quote(1, 0.01), Some.Quote(2, 0.01) with { Owner = Some.Self, StartedAt = null }], free: 100);
        var intent = Founding().Decide(sight, Some.Dice());
        intent.Commands.ShouldHaveSingleItem().ShouldBe(new StartSubnet(Some.Self, Some.Subnet(2)));
        intent.Conditions.ShouldBe([When.In(new Block(1000), Block.PerDay)]);
    }

    [Fact]
    public void With_one_it_registers_no_more_and_sells_its_share_of_the_cut()
    {
        var founder = Founding();
        founder.Decide(At(1000, owns: true, held: 100), Some.Dice()).Commands.ShouldBeEmpty();
        var later = founder.Decide(At(1000 + Block.PerDay, owns: true, held: 200), Some.Dice());
        later.Commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>().Amount.Tokens.ShouldBe(50, tolerance: 1e-6);
        later.Conditions.ShouldBe([When.In(new Block(1000 + Block.PerDay), Block.PerDay)]);
    }
}
