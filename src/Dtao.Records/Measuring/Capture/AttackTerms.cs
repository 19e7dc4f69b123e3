using Dtao.Protocol.Units;

namespace Dtao.Records.Measuring.Capture;

/// <summary>On what terms a pump is held.</summary>
/// <param name="Blocks">For how long.</param>
/// <param name="TaoPerBlock">What the chain gives all subnets in a block.</param>
/// <param name="AlphaPerBlock">What the subnet pays to all of its own in a block.</param>
/// <param name="Part">Whoever pumps gets of that, 0 to 1: 0.18 as the owner, 0.59 as the owner and all of its miners.</param>
/// <param name="CapPerBlock">Most alpha that is injected in a block; TAO beyond it comes alone and raises the price.</param>
/// <param name="HalfLifeBlocks">Of the moving price or of the mean flow.</param>
/// <param name="ByFlow">Whether shares go by flow; else by moving price.</param>
public sealed record AttackTerms(double Blocks, double TaoPerBlock, double AlphaPerBlock, double Part, double CapPerBlock, double HalfLifeBlocks, bool ByFlow)
{
    /// <summary>Blocks of a step: an hour, in which neither price nor weight moves far.</summary>
    private const double Step = Block.PerHour;

    /// <summary>Alpha that whoever pumps is paid meanwhile.</summary>
    public double PaidAlpha => AlphaPerBlock * Part * Blocks;

    /// <summary>The pool when the time is over, just before anything is sold.</summary>
    /// <param name="tao">What was bought with in the beginning; 0 for nothing.</param>
    public AttackedPool After(AttackedPool pool, double tao)
    {
        var at = pool with
        {
            Tao = pool.Tao + tao,
            Alpha = pool.Alpha - pool.Buys(tao),
            Weight = ByFlow ? pool.Weight + tao * Math.Log(2) / HalfLifeBlocks : pool.Weight,
        };
        for (var left = Blocks; left > 0; left -= Step) at = Later(at, Math.Min(Step, left));
        return at;
    }

    /// <summary>The chain injects at the spot price, up to the cap; the moving price follows the spot price, the mean flow forgets.</summary>
    private AttackedPool Later(AttackedPool pool, double blocks)
    {
        var injected = Math.Max(0, pool.Share) * TaoPerBlock * blocks;
        var kept = Math.Pow(2, -blocks / HalfLifeBlocks);
        return pool with
        {
            Tao = pool.Tao + injected,
            Alpha = pool.Alpha + Math.Min(injected / pool.Price, CapPerBlock * blocks),
            Weight = ByFlow ? pool.Weight * kept : pool.Price + (pool.Weight - pool.Price) * kept,
        };
    }
}
