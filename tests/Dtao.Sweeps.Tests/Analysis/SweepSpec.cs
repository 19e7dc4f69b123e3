using Dtao.Fixtures;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Tests.Analysis;

/// <summary>Sweeps in a folder of their own.</summary>
public abstract class SweepSpec : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("dtao-sweep-");

    private protected static FixtureFactor Share => FixtureFactor.Shares("a.share", 0.1, 0.2);

    private protected static FixtureFactor Age => FixtureFactor.Words("b.age", "7 days", "30 days", "365 days");

    private protected static double Nothing => double.NaN;

    public void Dispose()
    {
        root.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected SweepRecord Written(SweepFixture fixture, string below = "small", string? plan = null) => SweepRecord.Open(fixture.Write(Path.Combine(root.FullName, below), plan));
}
