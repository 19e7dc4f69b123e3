namespace Dtao.Records.Validation;

/// <summary>TAO that went into a subnet less what came out, the older the less it counts; of any run, whatever rule its emission goes by.</summary>
/// <param name="Users">Bought and sold by agents.</param>
/// <param name="Protocol">Given by the chain, less what root's dividends took out.</param>
/// <remarks>subtensor pull request 2634 (May 2026), whose back-test of both definitions is target 36.</remarks>
public readonly record struct MeanFlow(double Users, double Protocol)
{
    /// <summary>After so many blocks a flow counts half: 30 days.</summary>
    public const double HalfLifeBlocks = 30 * Dtao.Protocol.Units.Block.PerDay;

    /// <summary>The share of subnets into which users put more than they took out.</summary>
    public static double PositiveShare(IReadOnlyCollection<MeanFlow> flows) => flows.Count(flow => flow.Users > 0) / (double)flows.Count;

    /// <summary>The same net of the chain's own money: U − n·max(P, 0) + max(−P, 0), n = min(ΣU⁺ ÷ ΣP⁺, 1).</summary>
    public static double PositiveNetShare(IReadOnlyCollection<MeanFlow> flows)
    {
        var (users, protocol) = (flows.Sum(flow => Math.Max(flow.Users, 0)), flows.Sum(flow => Math.Max(flow.Protocol, 0)));
        var norm = protocol > 0 ? Math.Min(users / protocol, 1) : 0;
        return flows.Count(flow => flow.Users - norm * Math.Max(flow.Protocol, 0) + Math.Max(-flow.Protocol, 0) > 0) / (double)flows.Count;
    }
}
