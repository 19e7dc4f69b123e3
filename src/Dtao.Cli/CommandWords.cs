using System.CommandLine;
using Dtao.Cli.Verbs;

namespace Dtao.Cli;

/// <summary>A command line's words, to be told again to somebody who wants the same once more.</summary>
/// <param name="Words">All but the program's own name.</param>
internal sealed record CommandWords(IReadOnlyList<string> Words)
{
    private const string Program = "dtao", Force = "--force";

    /// <summary>As it was given.</summary>
    public string Again => string.Join(' ', Words.Select(Quoted).Prepend(Program));

    /// <summary>The same where a run now has a folder that is marked as ended.</summary>
    public string AgainOverItsFolder => Words.Count > 0 && Words[0] == RunVerb.Verb && !Words.Contains(Force, StringComparer.Ordinal) ? $"{Again} {Force}" : Again;

    public static CommandWords Of(ParseResult parsed) => new([.. parsed.Tokens.Select(token => token.Value)]);

    /// <summary>The same for other seeds than all those that were given.</summary>
    public CommandWords ForSeeds(string seeds) => new([.. Words.Select((word, i) => i > 0 && Words[i - 1] == RunVerb.SeedsFlag ? seeds : word)]);

    /// <summary>As a shell takes it for one word.</summary>
    private static string Quoted(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=:,+".Contains(c, StringComparison.Ordinal)) && word.Length > 0
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
