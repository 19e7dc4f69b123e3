using Dtao.Protocol.Emission;

namespace Dtao.Protocol.Tests.Vectors;

internal static class EpochTimingVectors
{
    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("netuid", "tempo", "block") => new() { ["blocks"] = EpochSchedule.BlocksUntilNextEpoch(Netuid(v), Tempo(v), v.Whole("block")) },
        _ when v.Has("netuid", "tempo", "block_range") => Range(v),
        _ => throw new UnreadableVector(v.Id),
    };

    private static Dictionary<string, object?> Range(VectorCase v)
    {
        var bounds = v.Wholes("block_range").ToArray();
        var due = new List<ulong>();
        for (var block = bounds[0]; block < bounds[1]; block++)
            if (EpochSchedule.IsDue(Netuid(v), Tempo(v), block))
                due.Add(block);
        return new() { ["epoch_blocks"] = due, ["period"] = due[1] - due[0] };
    }

    private static ushort Netuid(VectorCase v) => (ushort)v.Whole("netuid");

    private static ushort Tempo(VectorCase v) => (ushort)v.Whole("tempo");
}
