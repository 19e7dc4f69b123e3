using Shouldly;

namespace Dtao.Hocon.Tests;

/// <summary>Runs something that must be refused, or done, within a second and 256 MB.</summary>
internal static class Costs
{
    /// <summary>Tests in this collection have the process to themselves while they run.</summary>
    public const string Measured = "Measured";

    private const long MostBytes = 256L << 20;

    /// <summary>Seconds of processor time, so that other programs on the machine count for nothing; bytes allocated in all, which bounds those held at once.</summary>
    public static T Little<T>(Func<T> work, long mostBytes = MostBytes)
    {
        var (bytes, time) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
        var result = work();
        (Environment.CpuUsage.TotalTime - time).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        (GC.GetAllocatedBytesForCurrentThread() - bytes).ShouldBeLessThan(mostBytes);
        return result;
    }
}

[CollectionDefinition(Costs.Measured, DisableParallelization = true)]
public sealed class MeasuredTests;
