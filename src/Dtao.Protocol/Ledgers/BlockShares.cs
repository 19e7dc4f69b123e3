using System.Runtime.CompilerServices;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Emission.Shares;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>Shows the subnets to the rule that shares out the block's TAO, and averages their flows where the rule reads them.</summary>
internal sealed class BlockShares(LedgerState state, EmissionRules rules)
{
    private readonly bool readsFlows = rules.Shares.ReadsFlows;
    private ShareInput[] inputs = [];
    private I96F32[] taoIn = [];
    private double[] held = [];

    /// <summary>TAO of the block for each subnet, rao, not floored; valid until the next block.</summary>
    public I96F32[] Of(ulong emissionRao)
    {
        var subnets = state.SubnetSpan;
        if (inputs.Length != subnets.Length) (inputs, taoIn, held) = (new ShareInput[subnets.Length], new I96F32[subnets.Length], new double[subnets.Length]);
        if (readsFlows) foreach (var subnet in subnets) AverageFlows(subnet);
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = InputOf(subnets[i]);
            held[i] = subnets[i].RuleHolds;
        }
        rules.Shares.Divide(new ShareRound(I96F32.FromInteger(emissionRao), state.Block, inputs, held), taoIn);
        for (var i = 0; i < inputs.Length; i++) subnets[i].RuleHolds = held[i];
        return taoIn;
    }

    /// <summary>The root sell flag, by the moving prices that the last call saw.</summary>
    /// <remarks>subtensor v3.2.12 <c>coinbase/run_coinbase.rs: get_network_root_sell_flag</c>.</remarks>
    public bool PricesExceedOne() => SellFlag.Of(inputs);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ShareInput InputOf(Subnet subnet) => new(subnet.IsDynamic ? subnet.MovingPrice : I96F32.One, subnet.MayEmit)
    {
        IsSwitchedOff = subnet.IsListed && !subnet.EmissionEnabled,
        UserFlow = subnet.UserFlow ?? 0,
        ProtocolFlow = subnet.ProtocolFlow,
        MinerBurned = subnet.MinerBurned,
        Usefulness = subnet.Usefulness.Rao,
        Voted = subnet.Voted.Rao,
    };

    /// <summary>What flowed before any rule looked at flows does not count.</summary>
    private void AverageFlows(Subnet subnet)
    {
        if (subnet.UserFlow is { } average)
        {
            subnet.UserFlow = FlowAverage.Next(average, subnet.UserFlowed, rules.FlowSmoothing);
            subnet.ProtocolFlow = FlowAverage.Next(subnet.ProtocolFlow, subnet.ProtocolFlowed, rules.FlowSmoothing);
        }
        else
        {
            subnet.UserFlow = FlowAverage.Initial(subnet.MovingPrice, subnet.SpotPrice);
        }
        (subnet.UserFlowed, subnet.ProtocolFlowed) = (0, 0);
    }
}
