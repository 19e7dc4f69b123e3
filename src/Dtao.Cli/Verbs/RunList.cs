using System.Globalization;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Sweeps.Ensembles;

namespace Dtao.Cli.Verbs;

/// <summary>The runs that a command line names, one by one or as ensembles.</summary>
/// <param name="Left">Those that are not finished.</param>
internal sealed record RunList(IReadOnlyList<string> Finished, IReadOnlyList<string> Left)
{
    /// <exception cref="UsageError">A name is neither a run nor an ensemble.</exception>
    public static RunList Of(IEnumerable<string> names)
    {
        var folders = names.SelectMany(FoldersOf).Distinct(StringComparer.Ordinal).ToLookup(folder => RunFolder.StateOf(folder) == RunState.Ok);
        return new RunList([.. folders[true]], [.. folders[false]]);
    }

    /// <summary>Reads the finished ones, in their order.</summary>
    /// <param name="jobs">Runs at a time.</param>
    /// <exception cref="UsageError">A run lacks what is read of it.</exception>
    public IReadOnlyList<T> Read<T>(int jobs, Func<RunReader, T> read) => Ensemble.Run(Finished, jobs, folder => RunArgument.Read(folder, read));

    private static IEnumerable<string> FoldersOf(string name)
    {
        var path = Path.TrimEndingDirectorySeparator(name);
        if (Directory.Exists(path)) return [path];
        var members = MembersOf(path).OrderBy(member => member.Seed).Select(member => member.Path).ToArray();
        return members.Length > 0 ? members : throw new UsageError($"{name} is no run folder, and there is no {name}-s1 or any other seed of it.");
    }

    /// <summary>An ensemble has no folder of its own: its members are called after it and their seed.</summary>
    private static IEnumerable<(ulong Seed, string Path)> MembersOf(string ensemble)
    {
        var parent = Path.GetDirectoryName(Path.GetFullPath(ensemble))!;
        if (!Directory.Exists(parent)) yield break;
        var prefix = Path.GetFileName(ensemble) + "-s";
        foreach (var folder in Directory.EnumerateDirectories(parent))
            if (Path.GetFileName(folder) is var name && name.StartsWith(prefix, StringComparison.Ordinal)
                && ulong.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
                yield return (seed, Path.Combine(Path.GetDirectoryName(ensemble) ?? "", name));
    }
}
