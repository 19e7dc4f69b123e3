using Shouldly;

namespace Dtao.Hocon.Tests;

/// <summary>Runs something that must be refused, or done, within 256 MB and without hanging.</summary>
internal static class Costs
{
    /// <summary>Tests in this collection have the process to themselves while they run.</summary>
    public const string Measured = "Measured";

    private const long MostBytes = 256L << 20;

    public static readonly TimeSpan Hanging = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Bytes allocated in all, which bounds those held at once. The time is a guard against hanging, not a measure of speed:
    /// what takes half a second alone takes several on a busy machine.
    /// </summary>
    public static T Little<T>(Func<T> work, long mostBytes = MostBytes)
    {
        var (bytes, time) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
        var result = work();
        (Environment.CpuUsage.TotalTime - time).ShouldBeLessThan(Hanging);
        (GC.GetAllocatedBytesForCurrentThread() - bytes).ShouldBeLessThan(mostBytes);
        return result;
    }
}

[CollectionDefinition(Costs.Measured, DisableParallelization = true)]
public sealed class MeasuredTests;
