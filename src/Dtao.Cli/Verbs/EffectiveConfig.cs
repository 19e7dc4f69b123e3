using Dtao.Agents.Configuration;
using Dtao.Records.Folders;

namespace Dtao.Cli.Verbs;

/// <summary>What takes effect: of a run folder what it ran with, otherwise what a file says.</summary>
internal static class EffectiveConfig
{
    public static LoadedConfig Of(string name, RunParts parts) => LoadedConfig.Load(
        ConfigInput.Of(Path.Combine(name, RunLayout.EffectiveConfig) is var effective && File.Exists(effective) ? effective : name) with { Environment = ConfigInput.OwnVariables() }, parts.Strategies);
}
