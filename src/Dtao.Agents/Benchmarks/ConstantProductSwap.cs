namespace Dtao.Agents.Benchmarks;

/// <summary>x · y = k in whole rao, with a fee of 0.3 % on what is paid; the fee stays in the pool.</summary>
public static class ConstantProductSwap
{
    private const ulong FeePerMille = 3;

    /// <summary>out · x ÷ (in + x), rounded down, x being what the fee leaves of <paramref name="paid"/>.</summary>
    public static ulong Out(ulong reserveIn, ulong reserveOut, ulong paid)
    {
        var x = paid - (paid * FeePerMille + 999) / 1000;
        return (ulong)((UInt128)reserveOut * x / (reserveIn + x));
    }
}
