using Dtao.Protocol.Ledgers;

namespace Dtao.Protocol.RootNetwork;

/// <summary>What of root's votes and of the old mechanism's pay goes into the hash chain.</summary>
internal static class RootNetworkDigest
{
    /// <summary>Every block.</summary>
    public static void AddRootNetwork(this StateHash hash, LedgerState state)
    {
        hash.Add([state.Root.Voted.Rao, state.HotkeyPay.Total.Rao]);
        foreach (var subnet in state.SubnetSpan) hash.Add([subnet.Voted.Rao, subnet.PendingTao.Rao, subnet.Locked.Rao]);
    }

    /// <summary>At an audit: every seat, every vote, and what each hotkey is owed.</summary>
    public static void AddRootSeats(this StateHash hash, LedgerState state)
    {
        foreach (var seat in state.Root.NeuronSpan)
        {
            hash.Add(seat.Hotkey.Index);
            hash.AddLinks(seat.Weights);
        }
        foreach (var (hotkey, amount) in state.HotkeyPay.All) hash.Add([(ulong)hotkey.Index, amount.Rao]);
    }

    public static void AddVote(this StateHash hash, RootWeightsSet set)
    {
        hash.Add(17UL << 48 | set.Uid);
        foreach (var weight in set.Weights) hash.Add((ulong)weight.Netuid.Value << 16 | weight.Value);
    }
}
