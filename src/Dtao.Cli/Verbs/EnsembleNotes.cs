using System.Globalization;
using Dtao.Agents.Running;
using Dtao.Cli.Screen;

namespace Dtao.Cli.Verbs;

/// <summary>What is told of an ensemble beside its table: broken laws, and how to have what an interruption left out.</summary>
internal static class EnsembleNotes
{
    public static void Show(Terminal terminal, IReadOnlyList<EnsembleMember> members, Telling telling)
    {
        var missing = members.Where(member => member.Failure is OperationCanceledException).Select(member => member.Seed).ToArray();
        if (missing.Length > 0) terminal.Note(string.Create(CultureInfo.InvariantCulture, $"Interrupted: {missing.Length} of {members.Count} runs are missing. To have them:"));
        foreach (var seeds in Ranges(missing)) terminal.Note("  " + telling.Command.ForSeeds(seeds).Again);
        foreach (var member in members.Where(member => member.Failure is not (null or OperationCanceledException))) Tell(terminal, member, telling);
    }

    /// <summary>The table says that a run failed; a broken law is told whole, as after a single run.</summary>
    private static void Tell(Terminal terminal, EnsembleMember member, Telling telling)
    {
        if (member.Failure is InvariantBreach) terminal.Tell(member.Failure, telling with { Json = false, Command = telling.Command.ForSeeds(Text(member.Seed)) });
        else new RunNotes(terminal, telling.IsVerbose).Failed(member.Failure!);
    }

    /// <summary>Runs that end early leave gaps where several ran at a time.</summary>
    /// <param name="seeds">Ascending.</param>
    private static IEnumerable<string> Ranges(IReadOnlyList<ulong> seeds)
    {
        for (var first = 0; first < seeds.Count;)
        {
            var last = first;
            while (last + 1 < seeds.Count && seeds[last + 1] - seeds[last] == 1) last++;
            yield return last == first ? Text(seeds[first]) : $"{Text(seeds[first])}..{Text(seeds[last])}";
            first = last + 1;
        }
    }

    private static string Text(ulong seed) => seed.ToString(CultureInfo.InvariantCulture);
}
