using Dtao.Records.Folders;
using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Sections;

/// <summary>What was given, and what took effect from where.</summary>
internal static class ConfigSection
{
    /// <summary>Characters of a file: eight times what the largest shipped run needs, and little enough for a page.</summary>
    private const int Most = 200_000;

    public static Section Of(Chronicle run) => new("config", "Configuration", Markup.Of(
        $"""
        <p>As given in {RunLayout.Config}:</p>
        <pre tabindex="0">{Escaped.Lines(Read(run, RunLayout.Config), Most)}</pre>
        <details><summary>Every value as it took effect, with its origin ({RunLayout.EffectiveConfig})</summary><pre tabindex="0">{Escaped.Lines(Read(run, RunLayout.EffectiveConfig), Most)}</pre></details>
        """));

    private static string Read(Chronicle run, string file) => File.Exists(run.Run.PathOf(file)) ? File.ReadAllText(run.Run.PathOf(file)).TrimEnd() : "";
}
