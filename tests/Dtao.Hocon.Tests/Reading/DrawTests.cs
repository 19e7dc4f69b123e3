using Shouldly;

namespace Dtao.Hocon.Tests.Reading;

public sealed class DrawTests
{
    private readonly DiagnosticBag diagnostics = new();

    [Theory]
    [InlineData("5 tao", Unit.Tao, DrawKind.Constant, 5, 0)]
    [InlineData("12.5 alpha", Unit.Alpha, DrawKind.Constant, 12.5, 0)]
    [InlineData("1 day", Unit.Blocks, DrawKind.Constant, 7_200, 0)]
    [InlineData("2.5%", Unit.Fraction, DrawKind.Constant, 0.025, 0)]
    [InlineData("0.02 tao/alpha", Unit.Price, DrawKind.Constant, 0.02, 0)]
    [InlineData("-1.5", Unit.Number, DrawKind.Constant, -1.5, 0)]
    [InlineData("{ pareto = [1.3, 5 tao] }", Unit.Tao, DrawKind.Pareto, 1.3, 5)]
    [InlineData("{ lognormal = [10 tao, 0.8] }", Unit.Tao, DrawKind.LogNormal, 10, 0.8)]
    [InlineData("{ uniform = [1 hour, 1 day] }", Unit.Blocks, DrawKind.Uniform, 300, 7_200)]
    [InlineData("{ normal = [-1, 2] }", Unit.Number, DrawKind.Normal, -1, 2)]
    [InlineData("{ exponential = 600 blocks }", Unit.Blocks, DrawKind.Exponential, 600, 0)]
    public void A_draw_is_a_constant_or_a_distribution(string text, Unit unit, DrawKind kind, double first, double second)
    {
        var reader = Read("wealth = " + text);
        reader.Draw("wealth", unit).ShouldBe(new DrawSpec(kind, first, second));
        reader.Done();
        diagnostics.ToImmutable().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{ pareto = [1.3, 5] }", "test.conf:1:27 wealth.pareto[1] needs a unit: 5 -> \"5 tao\"")]
    [InlineData("{ pareto = [0, 5 tao] }", "test.conf:1:22 wealth.pareto[0] is 0")]
    [InlineData("{ pareto = [1.3 tao, 5 tao] }", "test.conf:1:22 wealth.pareto[0] is \"1.3 tao\", which is no number")]
    [InlineData("{ pareto = [1.3, 0 tao] }", "test.conf:1:27 wealth.pareto[1] is 0 tao")]
    [InlineData("{ lognormal = [10 tao, -1] }", "test.conf:1:33 wealth.lognormal[1] is -1")]
    [InlineData("{ uniform = [2 tao, 1 tao] }", "test.conf:1:22 wealth.uniform runs from a larger value to a smaller one")]
    [InlineData("{ uniform = [1 tao] }", "test.conf:1:22 wealth.uniform must have two parameters")]
    [InlineData("{ uniform = 1 tao }", "test.conf:1:22 wealth.uniform must be an array, not text")]
    [InlineData("{ exponential = [1 tao] }", "test.conf:1:26 wealth.exponential must be a mean, not an array")]
    [InlineData("{ exponential = 0 tao }", "test.conf:1:26 wealth.exponential is 0 tao")]
    [InlineData("{ gamma = [1, 2] }", "test.conf:1:10 wealth is no draw")]
    [InlineData("{ uniform = [1 tao, 2 tao], normal = [1 tao, 1 tao] }", "test.conf:1:10 wealth is more than one draw: uniform (test.conf:1:22) and normal (test.conf:1:47)")]
    [InlineData("{}", "test.conf:1:10 wealth is no draw")]
    [InlineData("pareto(1.3, 5 tao)", "test.conf:1:10 wealth is \"pareto(1.3\", which is no quantity")]
    [InlineData("[1 tao, 2 tao]", "test.conf:1:10 wealth must be a constant or a draw, not an array")]
    [InlineData("5", "test.conf:1:10 wealth needs a unit: 5 -> \"5 tao\"")]
    [InlineData("null", "test.conf:1:10 wealth is missing")]
    public void A_wrong_draw_is_an_error_at_its_parameter(string text, string expected)
    {
        var reader = Read("wealth = " + text);
        reader.Draw("wealth", Unit.Tao);
        reader.Done();
        Assert.Contains(expected, diagnostics.ToImmutable().Select(Some.Line), StringComparer.Ordinal);
    }

    private ConfigReader Read(string text) =>
        new(ConfigLoader.Load(MemoryConfigSource.Empty, [ConfigLayer.Text("test.conf", text)], diagnostics).Root, diagnostics);
}
