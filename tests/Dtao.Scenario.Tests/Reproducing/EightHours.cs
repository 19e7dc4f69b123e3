using Dtao.Records.Folders;
using Dtao.Records.Reading;

namespace Dtao.Scenario.Tests.Reproducing;

/// <summary>The first eight hours of the launch week with every topic on record, and what it left in an ordinary process.</summary>
public sealed class EightHours : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private int runs;

    public EightHours() => Ordinary = Run();

    public (string HashHead, string Events) Ordinary { get; }

    /// <summary>The state-hash head, and all bytes of events.clef.</summary>
    public (string HashHead, string Events) Run(params (string Name, string Value)[] environment)
    {
        var name = FormattableString.Invariant($"run-{++runs}");
        var (code, _, err) = Processes.Dtao.Run(folder, environment, "run", "launch", "--name", name, "-q", "-s", "run.duration=8 hours", "-s", "record.topics=[trades, decisions, epochs]");
        Assert.True(code == 0, err);
        var run = RunReader.Open(folder[$"runs/{name}"]);
        return (run.HashHead!, File.ReadAllText(run.PathOf(RunLayout.Events)));
    }

    public void Dispose() => folder.Dispose();
}
