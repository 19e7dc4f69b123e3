namespace Dtao.Agents.Benchmarks;

/// <summary>A wish to swap. Holding 0 of an agent is his TAO; holdings 1 to 8 are the alpha of his positions.</summary>
/// <param name="Agent">Whose.</param>
/// <param name="Pays">The holding that goes down; it or <paramref name="Gets"/> is 0.</param>
/// <param name="Gets">The holding that goes up.</param>
/// <param name="Amount">What is paid, rao above 0.</param>
/// <param name="AtLeast">Rao; where it would get less, the order is refused.</param>
public readonly record struct MinimalOrder(int Agent, int Pays, int Gets, ulong Amount, ulong AtLeast)
{
    /// <summary>The position whose pool it swaps in.</summary>
    public int Position => Pays + Gets;
}

/// <summary>What became of an order: rao got, or 0 where it was refused and the escrow went back.</summary>
public readonly record struct MinimalFill(int Agent, int Holding, ulong Got);
