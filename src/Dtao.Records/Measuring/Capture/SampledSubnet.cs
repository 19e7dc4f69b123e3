using Dtao.Records.Events;

namespace Dtao.Records.Measuring.Capture;

/// <summary>A subnet at a sample, with what its owner says of its business.</summary>
/// <param name="Kind">Its owner's; empty where nobody of the run owns it.</param>
/// <param name="Emission">TAO that the chain gave it in the block: injected, and spent on its alpha.</param>
/// <param name="Price">TAO per alpha.</param>
/// <param name="Revenue">What its owner last posted, TAO a day; NaN where it never did.</param>
/// <param name="Output">The same of what its work is worth to others.</param>
public readonly record struct SampledSubnet(int Netuid, string Kind, double Emission, double Price, double Revenue, double Output)
{
    /// <summary>Whether somebody owns it to another end than work for others.</summary>
    public bool IsOther => Kind.Length > 0 && Kind != SubnetKind.Work.Name;
}

/// <summary>All subnets at a sampled block.</summary>
public sealed record KindSample(long Block, IReadOnlyList<SampledSubnet> Subnets)
{
    /// <summary>TAO that the chain gave all of them in the block.</summary>
    public double Emission { get; } = Subnets.Sum(subnet => subnet.Emission);
}
