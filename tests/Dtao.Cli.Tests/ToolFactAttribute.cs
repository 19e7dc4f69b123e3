using System.ComponentModel;
using System.Diagnostics;

namespace Dtao.Cli.Tests;

/// <summary>A fact about somebody else's program that reads a run's files; skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    /// <param name="probe">Succeeds where the program has what the fact needs.</param>
    public ToolFactAttribute(string program, params string[] probe)
    {
        if (!Succeeds(program, probe)) Skip = $"{program} {string.Join(' ', probe)} does not work here.";
    }

    private static bool Succeeds(string program, string[] arguments)
    {
        try
        {
            using var started = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            started.WaitForExit();
            return started.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
