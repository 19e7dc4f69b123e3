namespace Dtao.Records.Measuring.Capture;

/// <summary>
/// What a pump earns, by pencil: somebody buys with k TAO, holds while the chain puts emission into the pool and pays out alpha, and sells all of it again.
/// Held against the same without the purchase, since an owner's cut comes anyway.
/// </summary>
/// <param name="Resale">What the bought alpha alone is sold for, less what it cost, over what it cost.</param>
/// <param name="Emission">What the alpha paid out is sold for on top of that, less what it would have been sold for without the pump, over what the pump cost.</param>
public readonly record struct AttackReturn(double Resale, double Emission)
{
    /// <summary>As a fraction of what the pump cost.</summary>
    public double Whole => Resale + Emission;

    /// <param name="tao">What is bought with, above 0.</param>
    public static AttackReturn Of(AttackedPool pool, double tao, AttackTerms terms)
    {
        var (pumped, idle) = (terms.After(pool, tao), terms.After(pool, 0));
        var (bought, paid) = (pool.Buys(tao), terms.PaidAlpha);
        var resale = pumped.Sells(bought);
        return new AttackReturn(resale / tao - 1, (pumped.Sells(bought + paid) - resale - idle.Sells(paid)) / tao);
    }
}
