using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Dtao.Hocon.Tests.Printing;

public sealed class RoundTripTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("a", "true", "5 tao", " x", "x ", "a//b", "1e5", "null", "", "${x}", "include", "a.b", "é", "😀", "\u202e", "\u2028", "2.5%", "-", "#", "a  b", "\"\"\"", "\\"),
        Gen.Choose(1, 0xD7FF).Select(code => ((char)code).ToString()).ListOf().Select(string.Concat));

    private static readonly Gen<string> Scalars = Gen.OneOf(
        Texts.Select(QuotedText.Write),
        Gen.Elements("0", "-1", "1.50", "1e5", "1E-7", "-0.0", "12345678901234567890", "true", "false", "null"));

    [Fact]
    public void A_printed_tree_reads_back_as_the_same_tree() => Check.QuickThrowOnFailure(Prop.ForAll(Objects(4).ToArbitrary(), json =>
    {
        var tree = Some.Tree(json);
        JsonPrinter.Print(tree.Root).ShouldBe(json);
        Some.Json(HoconPrinter.Print(tree.Root)).ShouldBe(json);
        Some.Json(HoconPrinter.Print(tree.Root, withOrigins: true)).ShouldBe(json);
    }));

    [Fact]
    public void A_printed_tree_is_printed_the_same_again() => Check.QuickThrowOnFailure(Prop.ForAll(Objects(3).ToArbitrary(), json =>
    {
        var printed = HoconPrinter.Print(Some.Tree(json).Root);
        HoconPrinter.Print(Some.Tree(printed).Root).ShouldBe(printed);
    }));

    [Fact]
    public void Effective_values_are_printed_with_where_they_come_from()
    {
        var tree = Some.Tree(
            ConfigLayer.Text("reference.conf", "run { seed = 1, fee = 0.0005 tao, days = 3 }\nlist = [1, a b]\nempty {}"),
            ConfigLayer.Text("scenario.conf", "run.days = ${n}\nn = 7\nobjects = [{ a = 1 }]\nrun.title = ${DTAO_TITLE}"),
            ConfigLayer.Setting("run.seed=500"));
        HoconPrinter.Print(tree.Root, withOrigins: true).ShouldBe("""
            run {
              seed = 500  # -s:1:10
              fee = 0.0005 tao  # reference.conf:1:23
              days = 7  # scenario.conf:2:5 by scenario.conf:1:12
              title = from outside  # environment DTAO_TITLE by scenario.conf:4:13
            }
            list = [1, a b]  # reference.conf:2:8
            empty {}  # reference.conf:3:7
            n = 7  # scenario.conf:2:5
            objects = [
              {
                a = 1  # scenario.conf:3:18
              }
            ]  # scenario.conf:3:11

            """);
    }

    private static Gen<string> Objects(int depth) =>
        Gen.Zip(Texts, Values(depth - 1)).ListOf().Select(fields => "{" + string.Join(',', Distinct(fields)) + "}");

    private static Gen<string> Values(int depth) => depth <= 0
        ? Scalars
        : Gen.OneOf(Scalars, Objects(depth), Values(depth - 1).ListOf().Select(items => "[" + string.Join(',', items) + "]"));

    private static IEnumerable<string> Distinct(IEnumerable<(string Key, string Value)> fields) =>
        fields.DistinctBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{QuotedText.Write(field.Key)}:{field.Value}");
}
