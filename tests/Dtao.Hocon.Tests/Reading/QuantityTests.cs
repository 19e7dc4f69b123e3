using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Dtao.Hocon.Tests.Reading;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("5 tao", 5_000_000_000UL)]
    [InlineData("5tao", 5_000_000_000UL)]
    [InlineData("1 rao", 1UL)]
    [InlineData("0 tao", 0UL)]
    [InlineData("0.000000001 tao", 1UL)]
    [InlineData("1e6 tao", 1_000_000_000_000_000UL)]
    [InlineData("1.5e-9 tao", null)]
    [InlineData("2.5E2 rao", 250UL)]
    [InlineData("21000000 tao", 21_000_000_000_000_000UL)]
    [InlineData("18446744073.709551615 tao", ulong.MaxValue)]
    [InlineData("18446744073.709551616 tao", null)]
    [InlineData("18446744073709551616 rao", null)]
    [InlineData("0.0000000001 tao", null)]
    [InlineData("0.5 rao", null)]
    [InlineData("-1 tao", null)]
    [InlineData("1e300 tao", null)]
    [InlineData("1e-300 tao", null)]
    [InlineData("1e999999999999 tao", null)]
    [InlineData("99999999999999999999999999999999999999999 tao", null)]
    [InlineData("5 alpha", null)]
    [InlineData("5 TAO", null)]
    [InlineData("5", null)]
    [InlineData("tao", null)]
    [InlineData("", null)]
    [InlineData("5 tao tao", null)]
    [InlineData("0x5 tao", null)]
    public void An_amount_is_a_whole_number_of_rao(string text, ulong? rao)
    {
        Quantity.Tao(text).ShouldBe(rao);
        Quantity.Alpha(text.Replace("tao", "#", StringComparison.Ordinal).Replace("alpha", "tao", StringComparison.Ordinal).Replace("#", "alpha", StringComparison.Ordinal)).ShouldBe(rao);
    }

    [Fact]
    public void Every_amount_of_rao_is_read_back_exactly_as_tao() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), rao =>
    {
        var tao = (rao / 1e9m).ToString("0.000000000", CultureInfo.InvariantCulture);
        Quantity.Tao(tao + " tao").ShouldBe(rao);
        Quantity.Tao(rao.ToString(CultureInfo.InvariantCulture) + " rao").ShouldBe(rao);
    }));

    [Theory] // 12 s a block, 7200 blocks a day
    [InlineData("360 blocks", 360L)]
    [InlineData("1 block", 1L)]
    [InlineData("3 days", 21_600L)]
    [InlineData("1 day", 7_200L)]
    [InlineData("0.5 days", 3_600L)]
    [InlineData("2 hours", 600L)]
    [InlineData("1 h", 300L)]
    [InlineData("10 min", 50L)]
    [InlineData("1 minute", 5L)]
    [InlineData("12 s", 1L)]
    [InlineData("24 seconds", 2L)]
    [InlineData("0 s", 0L)]
    [InlineData("1e3 blocks", 1_000L)]
    [InlineData("0.1 min", null)]
    [InlineData("1.5 blocks", null)]
    [InlineData("-12 s", null)]
    [InlineData("1e30 days", null)]
    [InlineData("1 week", null)]
    [InlineData("7200", null)]
    public void A_time_is_a_whole_number_of_blocks(string text, long? blocks) => Quantity.Blocks(text).ShouldBe(blocks);

    [Theory]
    [InlineData("100 s", "the nearest is \"8 blocks\"; a block is 12 s")]
    [InlineData("1 s", "the nearest is \"0 blocks\"; a block is 12 s")]
    [InlineData("6 s", "the nearest is \"1 blocks\"; a block is 12 s")]
    [InlineData("1.5 blocks", "the nearest is \"2 blocks\"; a block is 12 s")]
    [InlineData("0.3 hours", null)]
    public void A_time_between_blocks_is_told_the_nearest(string text, string? remedy) => Quantity.Blocks(text).Remedy.ShouldBe(remedy);

    [Theory]
    [InlineData("0.02 tao/alpha", 0.02d)]
    [InlineData("1e-3tao/alpha", 0.001d)]
    [InlineData("0.02 tao", null)]
    [InlineData("0.02", null)]
    [InlineData("1e999 tao/alpha", null)]
    public void A_price_is_in_tao_per_alpha(string text, double? price) => Quantity.Price(text).ShouldBe(price);

    [Theory]
    [InlineData("2.5%", 0.025d)]
    [InlineData("2.5 %", 0.025d)]
    [InlineData("0.025", 0.025d)]
    [InlineData("100%", 1d)]
    [InlineData("0.1%", 0.001d)]
    [InlineData("1e2%", null)]
    [InlineData("%", null)]
    [InlineData("2.5 percent", null)]
    public void A_fraction_is_bare_or_in_percent(string text, double? fraction) => Quantity.Fraction(text).ShouldBe(fraction);

    [Theory]
    [InlineData("42", 42UL)]
    [InlineData("1e6", 1_000_000UL)]
    [InlineData("18446744073709551615", ulong.MaxValue)]
    [InlineData("18446744073709551616", null)]
    [InlineData("1.0", 1UL)]
    [InlineData("1.5", null)]
    [InlineData("-0", 0UL)]
    [InlineData("-1", null)]
    [InlineData("007", null)]
    [InlineData("5 tao", null)]
    public void A_whole_number_stays_whole(string text, ulong? whole) => Quantity.Whole(text).ShouldBe(whole);

    [Theory]
    [InlineData("5000", "needs a unit: 5000 -> \"5000 tao\"")]
    [InlineData("5 alpha", "is in alpha; this amount is in tao")]
    [InlineData("five", "is \"five\", which is no quantity")]
    public void What_is_wrong_is_said_in_words(string text, string error) => Quantity.Tao(text).Error.ShouldBe(error);
}

internal static class ParsedAssertions
{
    /// <summary>Null stands for any error.</summary>
    public static void ShouldBe<T>(this Parsed<T> parsed, T? expected)
        where T : struct
    {
        parsed.IsGood.ShouldBe(expected is not null, parsed.Error);
        parsed.Value.ShouldBe(expected ?? default);
    }
}
