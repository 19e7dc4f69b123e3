using System.CommandLine;
using Dtao.Sweeps.Folders;

namespace Dtao.Cli.Verbs;

/// <summary>A sweep's folder on the command line.</summary>
internal static class SweepArgument
{
    public static Argument<string> Sweep { get; } = new("SWEEP") { Description = "A sweep's folder." };

    /// <exception cref="UsageError">It is none.</exception>
    public static string Folder(ParseResult parsed) => parsed.GetValue(Sweep) is { } folder && SweepLayout.IsSweep(folder)
        ? Path.TrimEndingDirectorySeparator(folder)
        : throw new UsageError($"{parsed.GetValue(Sweep)} is no sweep: it has no {SweepLayout.Plan}.");
}
