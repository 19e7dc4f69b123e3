using System.Globalization;
using System.Runtime.InteropServices;

namespace Dtao.Cli;

/// <summary>What the runtime reads from its environment only, before it begins; so on Linux the program takes its own place once, in a twentieth of a second.</summary>
/// <remarks>
/// As much room for the youngest objects on every machine as they may have at most: left to itself the runtime takes the least room from what it believes of the
/// processor's cache, on some machines a tenth of that, and then collects ten times as often, a third of <c>bench wakes</c>. And compiled code in pages that can be
/// written and run: to have each method mapped twice, as is usual, costs an eighth of a run of twenty days, which compiles as many thousand methods.
/// Results do not depend on either; whoever sets one of them has its way, and where it cannot be done the program goes on as it is.
/// </remarks>
internal static class RuntimeEnvironment
{
    private const string Room = "DOTNET_GCgen0size", TwoMappings = "DOTNET_EnableWriteXorExecute", MostRoom = "System.GC.Gen0MaxBudget";

    /// <summary>Does not return where the program begins once more.</summary>
    public static void Take()
    {
        if (!OperatingSystem.IsLinux() || IsSet(Room) && IsSet(TwoMappings)) return;
        if (AppContext.GetData(MostRoom) is not string most || !long.TryParse(most, CultureInfo.InvariantCulture, out var bytes)) return;
        try
        {
            if (Give(Room, bytes.ToString("X", CultureInfo.InvariantCulture)) && Give(TwoMappings, "0")) BeginAgain();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DllNotFoundException or EntryPointNotFoundException)
        {
            // No process files, or no such C library: only speed is lost.
        }
    }

    private static bool IsSet(string name) => Environment.GetEnvironmentVariable(name) is not null;

    /// <summary>Leaves alone what is set already.</summary>
    private static bool Give(string name, string value) => SetEnvironment(name, value, overwrite: 0) == 0;

    /// <summary>With the very words that it was started with.</summary>
    private static void BeginAgain()
    {
        string?[] words = [.. File.ReadAllText("/proc/self/cmdline").Split('\0')[..^1], null];
        if (Environment.ProcessPath is { } program) _ = Execute(program, words);
    }

    [DllImport("libc", EntryPoint = "setenv")]
    private static extern int SetEnvironment([MarshalAs(UnmanagedType.LPStr)] string name, [MarshalAs(UnmanagedType.LPStr)] string value, int overwrite);

    [DllImport("libc", EntryPoint = "execv")]
    private static extern int Execute([MarshalAs(UnmanagedType.LPStr)] string program, [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] words);
}
