using Dtao.Sweeps.Ensembles;

namespace Dtao.Sweeps.Tests.Ensembles;

public sealed class A_seed_range
{
    [Theory]
    [InlineData("7", new ulong[] { 7 })]
    [InlineData("1..4", new ulong[] { 1, 2, 3, 4 })]
    [InlineData("0..0", new ulong[] { 0 })]
    [InlineData("18446744073709551614..18446744073709551615", new[] { ulong.MaxValue - 1, ulong.MaxValue })]
    public void names_a_seed_or_all_from_one_to_another(string text, ulong[] seeds) => Assert.Equal(seeds, SeedRange.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("1..")]
    [InlineData("..4")]
    [InlineData("4..1")]
    [InlineData("-1..4")]
    [InlineData("1...4")]
    [InlineData("1..2..3")]
    [InlineData("1.5")]
    [InlineData(" 1")]
    [InlineData("1,2")]
    [InlineData("one")]
    [InlineData("٣")] // a digit, and none of ours
    [InlineData("18446744073709551616")]
    public void refuses_what_is_none(string text) => Assert.Null(SeedRange.Parse(text));

    [Fact]
    public void ends_where_nobody_could_mean_it()
    {
        Assert.Equal(SeedRange.Most, SeedRange.Parse("1..100000")!.Count);
        Assert.Null(SeedRange.Parse("1..100001"));
        Assert.Null(SeedRange.Parse("0..18446744073709551615"));
    }
}
