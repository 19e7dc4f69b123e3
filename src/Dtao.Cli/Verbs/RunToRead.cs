using Dtao.Cli.Screen;
using Dtao.Records.Folders;
using Dtao.Records.Reading;

namespace Dtao.Cli.Verbs;

/// <summary>The run folder that a command line names, opened for reading in whatever state it is.</summary>
internal static class RunToRead
{
    /// <summary>Says on the way where it is not whole.</summary>
    /// <exception cref="UsageError">There is no run.</exception>
    public static RunReader Open(string folder, Terminal terminal)
    {
        if (!Directory.Exists(folder) || !IsRun(folder)) throw new UsageError($"{folder} is no run folder.");
        var run = RunReader.Open(folder);
        if (run.State == RunState.Partial) terminal.Note($"{folder} is PARTIAL: it is read as far as it goes.");
        if (run.State == RunState.Failed) terminal.Note($"{folder} is FAILED: it is read as far as it goes.");
        return run;
    }

    private static bool IsRun(string folder) =>
        ((string[])[RunLayout.Manifest, RunLayout.Events, RunLayout.Database]).Any(file => File.Exists(Path.Combine(folder, file)));
}
