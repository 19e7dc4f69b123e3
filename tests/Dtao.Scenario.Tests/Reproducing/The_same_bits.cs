namespace Dtao.Scenario.Tests.Reproducing;

/// <summary>Same configuration, seed and version: same state-hash chain and same events, whatever the machine and its user are like.</summary>
public sealed class The_same_bits(EightHours eight) : IClassFixture<EightHours>
{
    /// <summary>A change of results changes this, and the commit that makes it says why.</summary>
    private const string Golden = "19bd0eaa996cd2eda4c80d51aa1b8c96";

    [Fact]
    public void are_those_that_this_version_has_always_given() => Assert.Equal(Golden, eight.Ordinary.HashHead);

    [Fact]
    public void are_more_than_a_few() => Assert.True(eight.Ordinary.Events.Length > 1_000_000);

    [Fact]
    public void come_out_of_a_second_process() => AreTheSame();

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("4")]
    public void come_out_on_any_number_of_processors(string count) => AreTheSame(("DOTNET_PROCESSOR_COUNT", count));

    [Theory]
    [InlineData("C", "UTC")]
    [InlineData("de_DE.UTF-8", "Asia/Tokyo")] // a comma before the decimals
    [InlineData("tr_TR.UTF-8", "America/St_Johns")] // an i that is no I, and half an hour
    public void come_out_in_any_culture_and_anywhere_on_earth(string culture, string zone) => AreTheSame(("LANG", culture), ("LC_ALL", culture), ("TZ", zone));

    [Fact]
    public void come_out_of_a_c_library_that_may_not_fuse_a_product_and_a_sum() => AreTheSame(("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-FMA,-AVX2"));

    [Theory]
    [InlineData("DOTNET_EnableAVX2")] // and what builds on it
    [InlineData("DOTNET_EnableAVX512")] // half as wide
    public void come_out_of_a_processor_without_wide_vectors(string known) => AreTheSame((known, "0"));

    [Fact]
    public void come_out_of_code_that_is_compiled_once() => AreTheSame(("DOTNET_TieredCompilation", "0"));

    private void AreTheSame(params (string Name, string Value)[] environment)
    {
        var (head, events) = eight.Run(environment);
        Assert.Equal(eight.Ordinary.HashHead, head);
        Assert.True(eight.Ordinary.Events == events, "events.clef differs");
    }
}
