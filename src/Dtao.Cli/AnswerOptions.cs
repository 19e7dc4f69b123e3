using System.CommandLine;
using Dtao.Cli.Screen;

namespace Dtao.Cli;

/// <summary>In which form a verb gives its rows.</summary>
internal static class AnswerOptions
{
    public static Option<bool> Csv { get; } = new("--csv") { Description = "Comma-separated values, safe for spreadsheets." };

    /// <exception cref="UsageError">Two forms at once.</exception>
    public static AnswerForm FormOf(this ParseResult parsed) => (parsed.GetValue(CommonOptions.Json), parsed.GetValue(Csv)) switch
    {
        (true, true) => throw new UsageError("--json or --csv, not both."),
        (true, false) => AnswerForm.Json,
        (false, true) => AnswerForm.Csv,
        _ => AnswerForm.Table,
    };
}
