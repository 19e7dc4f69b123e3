using System.Collections;

namespace Dtao.Agents.Configuration;

/// <summary>Where a run's configuration comes from, the weakest first: reference.conf, a file, settings.</summary>
/// <param name="File">A path, or the name of a shipped run (<c>demo</c>); null for the defaults alone.</param>
/// <param name="Settings">As on the command line: <c>run.seed=7</c>.</param>
/// <param name="Environment">Variables that <c>${?DTAO_X}</c> may name.</param>
public sealed record ConfigInput(string? File, IReadOnlyList<string> Settings, IReadOnlyDictionary<string, string> Environment)
{
    public static ConfigInput Of(string? file, params string[] settings) => new(file, settings, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Only variables of our own name are within a configuration's reach.</summary>
    public static Dictionary<string, string> OwnVariables() =>
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => ((string)variable.Key).StartsWith("DTAO_", StringComparison.Ordinal))
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);
}
