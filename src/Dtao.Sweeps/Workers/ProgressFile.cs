using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Text;
using Dtao.Agents.Lanes;
using Dtao.Agents.Running;

namespace Dtao.Sweeps.Workers;

/// <summary>
/// Memory that a worker shares with its coordinator: which agent is deciding in which block, and who the agents are. It can still be read after the worker
/// was killed.
/// </summary>
public sealed unsafe class ProgressFile : IDisposable
{
    private const int Size = 1 << 16, LimitAt = 8 * LaneProgress.Cells, NamesAt = LimitAt + 16;

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;

    private ProgressFile(MemoryMappedFile file)
    {
        (this.file, view) = (file, file.CreateViewAccessor(0, Size));
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        Seen = LaneProgress.Of((long*)start);
    }

    /// <summary>As it stands now.</summary>
    public LaneProgress Seen { get; }

    /// <summary>How long one decision of the run may take; nothing between runs.</summary>
    public TimeSpan? StrategyTimeLimit
    {
        get => Volatile.Read(ref *(long*)(start + LimitAt)) is > 0 and var milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
        private set => Volatile.Write(ref *(long*)(start + LimitAt), (long)(value?.TotalMilliseconds ?? 0));
    }

    public static ProgressFile Create(string path)
    {
        using (var made = File.Create(path)) made.SetLength(Size);
        return Open(path);
    }

    public static ProgressFile Open(string path) => new(MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, Size));

    /// <summary>Makes room for a run and says who its agents are.</summary>
    public LaneProgress Begin(IReadOnlyList<Seat> seats, TimeSpan strategyTimeLimit)
    {
        WriteNames(seats);
        StrategyTimeLimit = strategyTimeLimit;
        return new LaneProgress((long*)start, seats.Count);
    }

    public void End() => StrategyTimeLimit = null;

    /// <summary>The agent on a seat; null for nobody, and where there were too many cohorts to tell.</summary>
    public string? NameOf(int seat)
    {
        if (seat < 0 || StrategyTimeLimit is null) return null;
        foreach (var line in ReadNames().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (cohort, count) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], int.Parse(line.AsSpan(line.IndexOf(' ', StringComparison.Ordinal) + 1), provider: null));
            if (seat < count) return new AgentId(cohort, seat).ToString();
            seat -= count;
        }
        return null;
    }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }

    /// <summary>Agents sit cohort by cohort, in their order there.</summary>
    private void WriteNames(IReadOnlyList<Seat> seats)
    {
        var names = Encoding.UTF8.GetBytes(string.Concat(seats.CountBy(seat => seat.Id.Cohort).Select(cohort => FormattableString.Invariant($"{cohort.Key} {cohort.Value}\n"))));
        if (names.Length > Size - NamesAt) names = [];
        BinaryPrimitives.WriteInt32LittleEndian(new Span<byte>(start + NamesAt - 4, 4), names.Length);
        names.CopyTo(new Span<byte>(start + NamesAt, Size - NamesAt));
    }

    private string ReadNames()
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(new ReadOnlySpan<byte>(start + NamesAt - 4, 4));
        return length is > 0 and <= Size - NamesAt ? Encoding.UTF8.GetString(start + NamesAt, length) : "";
    }
}
