using System.Diagnostics;
using Shouldly;

namespace Dtao.Hocon.Tests;

/// <summary>Runs something that must be refused, or done, within a second and 256 MB.</summary>
internal static class Costs
{
    private const long MostBytes = 256L << 20;

    /// <summary>Three tries, since other tests and programs want the processor too.</summary>
    public static T Little<T>(Func<T> work)
    {
        var fastest = TimeSpan.MaxValue;
        var tries = 0;
        T result;
        do
        {
            var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
            result = work();
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;

            // Allocated in all is an upper bound of what is held at once.
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytes);
        }
        while (fastest > TimeSpan.FromSeconds(1) && tries++ < 2);

        fastest.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        return result;
    }
}
