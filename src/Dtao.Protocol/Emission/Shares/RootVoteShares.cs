using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission.Shares;

/// <summary>Root validators' votes, as before dTAO, share out what goes into the pools. What they vote to root itself is not made, nor is that of a subnet that may not emit.</summary>
/// <remarks>subtensor v1.2.5 <c>coinbase/root.rs: root_epoch</c>. No chain had both this and pools: it is the old vote with all else as it came to be.</remarks>
[ShareRule("root-vote")]
public sealed class RootVoteShares : ISubnetShares
{
    public bool ReadsVotes => true;

    public void Divide(in ShareRound round, Span<I96F32> taoIn)
    {
        for (var i = 0; i < taoIn.Length; i++)
            taoIn[i] = round.Subnets[i].MayEmit ? I96F32.FromInteger(round.Subnets[i].Voted) : I96F32.Zero;
    }
}
