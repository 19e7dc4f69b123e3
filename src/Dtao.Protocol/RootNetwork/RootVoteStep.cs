using Dtao.Protocol.Emission;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.RootNetwork;

/// <summary>What the chain itself does at the start of a block under the old mechanism: registration prices, root's epoch, emission in TAO, due epochs, pay.</summary>
/// <remarks>subtensor v1.2.5 <c>coinbase/block_step.rs, run_coinbase.rs</c>.</remarks>
internal sealed class RootVoteStep(LedgerState state, ProtocolRules rules, EpochDrain epochs) : IBlockStep
{
    private readonly BlockEmission emission = new(rules.TotalSupplyRao, rules.BlockEmissionRao);
    private readonly RootNetworkRules network = rules.RootNetwork ?? throw new ArgumentException("The old mechanism needs a root network.", nameof(rules));
    private readonly TaoDrain drain = new(state, rules, epochs);

    public ulong LastEmissionRao { get; set; }

    public void Run(List<LedgerEvent> events)
    {
        foreach (var subnet in state.SubnetSpan) subnet.Terms.Open(state.Block, rules.Registration);
        var emissionRao = emission.For(state.Issued.Rao);
        if (emissionRao < LastEmissionRao) events.Add(new EmissionHalved(new Tao(emissionRao)));
        LastEmissionRao = emissionRao;
        new RootVoting(state, network).Run(emissionRao);
        foreach (var subnet in state.SubnetSpan) Emit(subnet);
        foreach (var subnet in state.SubnetSpan)
            if (EpochSchedule.IsDue(subnet.Netuid.Value, subnet.TempoBlocks, (ulong)state.Block.Height))
                RunEpoch(subnet, events);
        HotkeyDrain.Run(state, network.HotkeyTempoBlocks);
    }

    /// <summary>Pays all that is pending, so that nothing of the old mechanism is left.</summary>
    public void Close(List<LedgerEvent> events)
    {
        foreach (var subnet in state.SubnetSpan) events.Add(drain.Run(subnet));
        HotkeyDrain.PayAll(state);
    }

    /// <summary>What root validators gave to root itself is not made, nor is what a closed subnet would have had.</summary>
    private void Emit(Subnet subnet)
    {
        var made = subnet.MayEmit ? subnet.Voted : Tao.Zero;
        subnet.PendingTao += made;
        subnet.TaoEmission = made;
        state.Issued += made;
        state.Minted += made;
    }

    private void RunEpoch(Subnet subnet, List<LedgerEvent> events)
    {
        events.Add(drain.Run(subnet));
        subnet.Kinship.ApplyPending(state.Block);
    }
}
