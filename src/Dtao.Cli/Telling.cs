using System.CommandLine;

namespace Dtao.Cli;

/// <summary>How a command line wants to be answered.</summary>
/// <param name="Json">Data and errors as JSON.</param>
/// <param name="IsVerbose">More on stderr about what is done.</param>
/// <param name="Command">What was asked.</param>
internal sealed record Telling(bool Json, bool IsVerbose, CommandWords Command)
{
    public static Telling Of(ParseResult parsed) => new(parsed.GetValue(CommonOptions.Json), parsed.GetValue(CommonOptions.Verbose), CommandWords.Of(parsed));
}
