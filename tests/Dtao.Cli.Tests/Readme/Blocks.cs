using System.Text.RegularExpressions;

namespace Dtao.Cli.Tests.Readme;

/// <summary>The fenced blocks of README.md.</summary>
internal static partial class Blocks
{
    private static readonly (string Language, string Text)[] All =
        [.. Fence.Matches(Repository.Read("README.md")).Select(block => (block.Groups["language"].Value, block.Groups["text"].Value))];

    public static IEnumerable<string> In(string language) => All.Where(block => block.Language == language).Select(block => block.Text);

    /// <summary>The lines that a shell would be given, comments left out. A line may hold a second command after its comment's words; that is prose.</summary>
    public static IEnumerable<string> Commands(params string[] beginnings) =>
        from block in In("")
        from line in block.Split('\n')
        let command = Comment.Replace(line, "").TrimEnd()
        where beginnings.Any(beginning => command.StartsWith(beginning + " ", StringComparison.Ordinal))
        select command;

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"\s{2,}#\s.*$|^#\s.*$", RegexOptions.None, 1000)]
    private static partial Regex Comment { get; }
}
