using Shouldly;

namespace Dtao.Hocon.Tests;

/// <summary>The HOCON specification (lightbend/config, HOCON.md) case by case, and where we are stricter than it.</summary>
public sealed class SpecificationTests
{
    internal static readonly SpecificationCase[] All =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Specification"), "*.txt").Order(StringComparer.Ordinal).SelectMany(SpecificationCase.In)];

    public static TheoryData<SpecificationCase> Cases => new(All);

    [Fact]
    public void The_corpus_has_at_least_two_hundred_cases_with_names_of_their_own()
    {
        Assert.InRange(All.Length, 200, int.MaxValue);
        Assert.Equal(All.Length, All.Select(each => each.ToString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_becomes_what_the_specification_says(SpecificationCase each)
    {
        ArgumentNullException.ThrowIfNull(each);
        if (each.Expected.StartsWith("error ", StringComparison.Ordinal))
            Some.Errors(each.Text).ShouldBe(each.Expected.Split('\n').Select(line => line.Replace("error ", "test.conf:", StringComparison.Ordinal)));
        else
            Assert.Equal(each.Expected, Some.Json(each.Text));
    }
}
