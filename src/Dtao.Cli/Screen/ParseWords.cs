using System.CommandLine.Parsing;

namespace Dtao.Cli.Screen;

/// <summary>What is wrong with a command line, without the names of the program's own types.</summary>
internal static class ParseWords
{
    public static string Of(ParseError error) =>
        (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult) is { Option: var option, Tokens: [var given, ..] } && error.Message.Contains(option.ValueType.ToString(), StringComparison.Ordinal)
            ? $"{option.Name} {given.Value}: write {NameOf(Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType)}."
            : error.Message;

    private static string NameOf(Type type) =>
        type == typeof(ulong) ? $"a whole number from 0 to {ulong.MaxValue}"
        : type == typeof(double) ? "a number"
        : type == typeof(bool) ? "true or false"
        : "a whole number that is not so large";
}
