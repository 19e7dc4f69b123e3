using System.Globalization;
using System.Runtime.InteropServices;

namespace Dtao.Cli;

/// <summary>
/// As much room for the youngest objects on every machine as they may have at most. Left to itself the runtime takes the least room from what it believes of the
/// processor's cache, on some machines a tenth of that, and then collects ten times as often: a third of <c>bench wakes</c>.
/// </summary>
/// <remarks>
/// The least room can only be given in the environment, before the runtime begins; so on Linux the program takes its own place once, in a twentieth of a second.
/// Results do not depend on it, and where it cannot be done the program goes on as it is.
/// </remarks>
internal static class YoungRoom
{
    /// <summary>Bytes, hexadecimal. Whoever sets it has its way.</summary>
    private const string Least = "DOTNET_GCgen0size";

    private const string Most = "System.GC.Gen0MaxBudget";

    /// <summary>Does not return where the program begins once more.</summary>
    public static void Take()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable(Least) is not null) return;
        if (AppContext.GetData(Most) is not string most || !long.TryParse(most, CultureInfo.InvariantCulture, out var bytes)) return;
        try
        {
            BeginAgain(bytes.ToString("X", CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DllNotFoundException or EntryPointNotFoundException)
        {
            // No process files, or no such C library: only speed is lost.
        }
    }

    /// <summary>With the very words that it was started with.</summary>
    private static void BeginAgain(string room)
    {
        string?[] words = [.. File.ReadAllText("/proc/self/cmdline").Split('\0')[..^1], null];
        if (Environment.ProcessPath is { } program && SetEnvironment(Least, room, overwrite: 1) == 0) _ = Execute(program, words);
    }

    [DllImport("libc", EntryPoint = "setenv")]
    private static extern int SetEnvironment([MarshalAs(UnmanagedType.LPStr)] string name, [MarshalAs(UnmanagedType.LPStr)] string value, int overwrite);

    [DllImport("libc", EntryPoint = "execv")]
    private static extern int Execute([MarshalAs(UnmanagedType.LPStr)] string program, [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] words);
}
