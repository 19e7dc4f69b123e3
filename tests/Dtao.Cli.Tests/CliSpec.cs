using System.Text.Json;
using Dtao.Cli.Screen;

[assembly: CollectionBehavior(DisableTestParallelization = true)] // Command lines name files below the working directory.

namespace Dtao.Cli.Tests;

/// <summary>The command line in an empty folder of its own, with both outputs caught.</summary>
public abstract class CliSpec : IDisposable
{
    private readonly string before = Environment.CurrentDirectory;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtao-cli-");

    protected CliSpec()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "here"));
        Environment.CurrentDirectory = Here = Path.Combine(folder.FullName, "here");
        Write("short.conf", """
            include "runs/launch.conf"
            run.duration = 30 blocks
            """);
    }

    /// <summary>The working directory. Nothing but it lies in the folder above.</summary>
    protected string Here { get; }

    protected string Out { get; private set; } = "";

    protected string Err { get; private set; } = "";

    public void Dispose()
    {
        Environment.CurrentDirectory = before;
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static void Write(string file, string text) => File.WriteAllText(file, text);

    protected ExitCode Dtao(params string[] arguments) => Dtao(CancellationToken.None, new RunParts(), arguments);

    protected ExitCode Dtao(RunParts parts, params string[] arguments) => Dtao(CancellationToken.None, parts, arguments);

    protected ExitCode Dtao(CancellationToken stop, params string[] arguments) => Dtao(stop, new RunParts(), arguments);

    protected ExitCode Dtao(CancellationToken stop, RunParts parts, params string[] arguments)
    {
        var (data, notices) = (new StringWriter(), new StringWriter());
        var code = DtaoApp.Run(arguments, new Terminal(data, notices, isInteractive: false), stop, parts);
        (Out, Err) = (data.ToString(), notices.ToString());
        return code;
    }

    /// <summary>The one JSON document that stands on stdout.</summary>
    protected JsonElement Json() => JsonDocument.Parse(Out).RootElement.Clone();

    /// <summary>Every file and folder below the one above the working directory.</summary>
    protected string[] Everything() =>
        [.. Directory.EnumerateFileSystemEntries(folder.FullName, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Here, path)).Order(StringComparer.Ordinal)];
}
