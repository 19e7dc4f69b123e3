using System.Text.Json.Serialization;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission.Shares;

/// <summary>Who gets the block's TAO: the seam at which the chain has changed its economy most often. One rule a file; README.md of this folder says how to add one.</summary>
[JsonConverter(typeof(ShareRuleJson))]
public interface ISubnetShares
{
    /// <summary>Whether it reads flows of TAO, which are averaged only for a rule that does.</summary>
    bool ReadsFlows => false;

    /// <summary>Whether it reads root validators' votes, which are counted only for a rule that does.</summary>
    bool ReadsVotes => false;

    /// <summary>Writes each subnet's TAO of the block, in rao, not floored, in the order of the subnets. Subnets that may not emit get nothing.</summary>
    void Divide(in ShareRound round, Span<I96F32> taoIn);
}
