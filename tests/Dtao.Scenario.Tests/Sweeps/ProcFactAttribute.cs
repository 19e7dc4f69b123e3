namespace Dtao.Scenario.Tests.Sweeps;

/// <summary>A fact that looks for other processes.</summary>
public sealed class ProcFactAttribute : FactAttribute
{
    public ProcFactAttribute()
    {
        if (!Directory.Exists("/proc/self")) Skip = "This system has no /proc, where processes are looked for.";
    }
}
