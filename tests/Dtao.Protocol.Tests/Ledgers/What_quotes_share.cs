using System.Reflection;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

/// <summary>Most of a quote is one object for all blocks in which it is true.</summary>
public sealed class What_quotes_share : LedgerSpec
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string[] Shown = [.. typeof(SubnetFacts).GetProperties(Any).Select(fact => fact.Name)];

    public static TheoryData<string> Written => [.. typeof(Subnet).GetProperties(Any).Where(kept => MayBeWritten(kept) && Shown.Contains(kept.Name)).Select(kept => kept.Name)];

    [Fact]
    public void is_the_same_object_as_long_as_nothing_in_it_changes()
    {
        var before = State[Apex].Facts;
        PassBlocks(1);
        Assert.Same(before, State[Apex].Facts);
        Assert.NotEqual(0ul, SubnetQuote.Of(State[Apex]).TaoEmission.Rao);
    }

    [Fact]
    public void is_true_after_every_block_and_command()
    {
        for (var block = 0; block < 800; block++)
        {
            if (block % 7 == 0) When(new Stake(Alice, Apex, Validator, Tao.Of(0.01m)));
            if (block % 11 == 0) When(new OfferSubnet(Validator, Targon, Tao.Of(block)));
            if (block == 500) When(new RegisterNeuron(Bob, Apex));
            PassBlocks(1);
            foreach (var subnet in State.Subnets) Assert.Equal(SubnetFacts.Of(subnet), subnet.Facts);
        }
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void is_said_anew_when_the_subnet_is_written(string name)
    {
        var (subnet, kept) = (State[Apex], typeof(Subnet).GetProperty(name, Any)!);
        var before = subnet.Facts;
        kept.SetValue(subnet, Another(kept.PropertyType));
        Assert.NotEqual(before, subnet.Facts);
        Assert.Equal(SubnetFacts.Of(subnet), subnet.Facts);
    }

    [Fact]
    public void is_said_anew_when_the_pool_trades_by_another_curve()
    {
        var subnet = State[Apex];
        Assert.False(subnet.Facts.LimitsAreSpot);
        subnet.Curve = new Balancer(minimumReserveRao: 0);
        Assert.Equal(SubnetFacts.Of(subnet), subnet.Facts);
        Assert.True(subnet.Facts.LimitsAreSpot);
    }

    [Fact]
    public void covers_everything_that_a_quote_shows()
    {
        var quote = SubnetQuote.Of(State[Apex]);
        foreach (var fact in typeof(SubnetFacts).GetProperties(Any).Where(fact => typeof(SubnetQuote).GetProperty(fact.Name) is not null))
            Assert.Equal(fact.GetValue(State[Apex].Facts), typeof(SubnetQuote).GetProperty(fact.Name)!.GetValue(quote));
        Assert.Equal(12, Written.Count);
    }

    /// <summary>Also after it was made.</summary>
    private static bool MayBeWritten(PropertyInfo kept) =>
        kept.SetMethod is { } writer && !writer.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static object Another(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(Tao) => new Tao(12345),
        var t when t == typeof(Alpha) => new Alpha(12345),
        var t when t == typeof(Block) => new Block(12345),
        var t when t == typeof(AccountId) => new AccountId(12345),
        var t when t == typeof(double) => 0.12345,
        var t => throw new NotSupportedException($"No other value of {t} is known."),
    };
}
