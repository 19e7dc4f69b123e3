using System.Diagnostics;

namespace Dtao.Scenario.Tests.Processes;

/// <summary>The program as a process of its own.</summary>
internal sealed class Dtao : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly Task<string> data, notices;

    private Dtao(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        (data, notices) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="environment">What differs from the environment of the tests.</param>
    public static (int Code, string Out, string Err) Run(string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        using var dtao = Start(folder, environment, arguments);
        return dtao.End();
    }

    /// <remarks>A shell that runs tests in the background has them ignore Ctrl-C, and what they start inherits that; env undoes it.</remarks>
    public static Dtao Start(string folder, (string Name, string Value)[] environment, params string[] arguments) =>
        new(Of("env", folder, environment, ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "dtao.dll"), .. arguments]));

    /// <summary>With a largest size for every file that it writes, in KiB: the way a disk fills up.</summary>
    public static Dtao StartWithFileLimit(string folder, int kibibytes, params string[] arguments)
    {
        // The limit's signal is ignored, so that a write fails as on a full disk; the runtime's own double mapping needs larger files.
        var script = $"trap '' XFSZ; ulimit -f {kibibytes}; exec dotnet \"$0\" \"$@\"";
        return new(Of("bash", folder, [("DOTNET_EnableWriteXorExecute", "0")], ["-c", script, Path.Combine(AppContext.BaseDirectory, "dtao.dll"), .. arguments]));
    }

    public void Interrupt() => Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!.WaitForExit();

    public void Kill() => process.Kill();

    /// <summary>A file of <c>/proc</c> about it.</summary>
    public string Says(string file) => File.ReadAllText(FormattableString.Invariant($"/proc/{process.Id}/{file}"));

    public (int Code, string Out, string Err) End()
    {
        if (!process.WaitForExit(Patience)) throw new TimeoutException("dtao did not end.");
        return (process.ExitCode, data.Result, notices.Result);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static ProcessStartInfo Of(string program, string folder, (string Name, string Value)[] environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }
}
