using System.CommandLine;
using Dtao.Agents.Configuration.Explaining;
using Dtao.Cli.Screen;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao config</c>: configurations beside each other, and what an editor wants to know of them.</summary>
internal static class ConfigVerb
{
    public static Command Command(Terminal terminal, RunParts parts)
    {
        var schema = new Command("schema", "Prints a JSON Schema of run files, for editors; with --strategies, with yours in it.") { CommonOptions.Strategies };
        schema.SetAction(parsed =>
        {
            terminal.Json(ConfigSchema.Of(parts.With(parsed).Strategies));
            return (int)ExitCode.Done;
        });
        return new Command("config", "Compares configurations, and describes them for editors.") { ConfigDiffVerb.Command(terminal, parts), schema };
    }
}
