using System.CommandLine;
using Dtao.Cli.Screen;
using Dtao.Records.Folders;
using Dtao.Records.Reading;

namespace Dtao.Cli.Verbs;

/// <summary>A run folder on the command line.</summary>
internal static class RunArgument
{
    private static readonly string[] Left = [RunLayout.Manifest, RunLayout.Events, RunLayout.Database];

    public static Argument<string> Of(string description) => new("RUN") { Description = description };

    /// <exception cref="UsageError">It is none.</exception>
    public static string Folder(string name) => File.Exists(Path.Combine(name, RunLayout.Database)) ? Path.TrimEndingDirectorySeparator(name)
        : Directory.Exists(name) ? throw new UsageError($"{name} is no run folder: it has no {RunLayout.Database}.")
        : throw new UsageError($"There is no run folder {name}.");

    /// <summary>A run of which anything is left, be it the log alone; says on the way where it is not whole.</summary>
    /// <exception cref="UsageError">It is none.</exception>
    public static RunReader Open(string folder, Terminal terminal)
    {
        if (!Left.Any(file => File.Exists(Path.Combine(folder, file)))) throw new UsageError($"{folder} is no run folder.");
        Notice(terminal, folder);
        return RunReader.Open(folder);
    }

    /// <exception cref="UsageError">The run lacks what is read of it: it was asked for wrongly, and is not a broken record.</exception>
    public static T Read<T>(string folder, Func<RunReader, T> read)
    {
        try
        {
            return read(RunReader.Open(folder));
        }
        catch (InvalidDataException lacking)
        {
            throw new UsageError(lacking.Message);
        }
    }

    /// <summary>Says so where a run is not whole.</summary>
    public static void Notice(Terminal terminal, string folder)
    {
        if (RunFolder.StateOf(folder) is not RunState.Ok and var state)
            terminal.Note($"{folder} is {state.ToString().ToUpperInvariant()}: read as far as it is whole.");
    }
}
