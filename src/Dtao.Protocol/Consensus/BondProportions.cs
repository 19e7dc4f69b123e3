using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// Bonds of Yuma 3: each is a share from 0 to 1 that moves towards the validator's own weight, whatever others hold; stake comes in only where dividends are paid.
/// So who was small before a subnet moved is not left behind for good.
/// </summary>
/// <remarks>subtensor 14bc6f9f9 <c>epoch/run_epoch.rs: compute_bonds, compute_liquid_alpha_values, alpha_sigmoid</c>; bonds are stored floored, over 65535.</remarks>
internal sealed class BondProportions
{
    private readonly UidMatrix held = new();
    private readonly UidMatrix shares = new();
    private readonly BondSpeed speed = new();

    /// <summary>aᵢ·Σⱼ Iⱼ·bᵢⱼ ÷ Σₖ bₖⱼ as shares of their sum, by bonds that this epoch has moved.</summary>
    public I32F32[] Dividends(EpochInput input, ValidatorRows weights, I32F32[] consensus, I32F32[] active, I32F32[] incentive)
    {
        Move(input, weights, consensus);
        CopyTo(shares);
        shares.DivideColumns(held.ColumnSums());
        var dividends = shares.TimesColumns(incentive);
        for (var uid = 0; uid < dividends.Length; uid++) dividends[uid] *= active[uid];
        Shares.Normalise(dividends);
        return dividends;
    }

    /// <summary>The bonds that the last call made, of <paramref name="permits"/> only.</summary>
    public StoredBonds Stored(bool[] permits)
    {
        var stored = new Link[held.Count][];
        for (var uid = 0; uid < stored.Length; uid++) stored[uid] = permits[uid] ? [.. LinksOf(held[uid])] : [];
        return new StoredBonds(stored);
    }

    private static List<Link> LinksOf(ReadOnlySpan<I32F32> row)
    {
        var links = new List<Link>();
        for (var uid = 0; uid < row.Length; uid++)
            if (row[uid].ToU16() is > 0 and var proportion)
                links.Add(new Link((ushort)uid, proportion));
        return links;
    }

    /// <summary>bᵢⱼ ← (1 − α)·bᵢⱼ + α·wᵢⱼ, α the same for all or each bond's own.</summary>
    private void Move(EpochInput input, ValidatorRows weights, I32F32[] consensus)
    {
        held.Clear(input.Neurons.Length);
        speed.Set(input.Rules, consensus);
        for (var uid = 0; uid < input.Neurons.Length; uid++)
        {
            if (weights.RowOf[uid] < 0) continue;
            var row = held.Add(uid);
            ReadOld(input, uid, row);
            Move(row, input, uid, weights.Weights.Row(weights.RowOf[uid], input.Memory.ListsOf(input.Neurons.Length).Weights), consensus);
        }
    }

    /// <summary>What was held at the last epoch of those who have had their uid since before it.</summary>
    private static void ReadOld(EpochInput input, int uid, Span<I32F32> row)
    {
        foreach (var bond in input.Neurons[uid].Bonds)
            if (input.Neurons[bond.Uid].RegisteredAt < input.LastEpoch)
                row[bond.Uid] = I32F32.FromU16(bond.Value);
    }

    private void Move(Span<I32F32> row, EpochInput input, int uid, ReadOnlySpan<I32F32> weights, I32F32[] consensus)
    {
        var penalty = I32F32.FromU16(input.Rules.BondsPenaltyU16);
        Span<bool> isNamed = stackalloc bool[row.Length];
        if (speed.IsLiquid) Name(input, uid, consensus, penalty, isNamed);
        for (var to = 0; to < row.Length; to++)
        {
            var weight = weights[to] + penalty * (I32F32.Min(weights[to], consensus[to]) - weights[to]);
            row[to] = speed.IsLiquid && !(isNamed[to] && (!IsBetween(penalty) || weight > I32F32.Zero)) ? I32F32.Zero : Moved(row[to], weight, consensus[to]);
        }
    }

    private I32F32 Moved(I32F32 bond, I32F32 weight, I32F32 consensus)
    {
        var alpha = speed.Of(bond, weight, consensus);
        return I32F32.Max(I32F32.Zero, I32F32.Min(I32F32.One, (I32F32.One - alpha) * bond + alpha * weight));
    }

    /// <summary>
    /// Under liquid alpha only what the validator's weights name keeps a bond, be it with a weight of 0; at full penalty not what others agree to give nothing.
    /// </summary>
    private static void Name(EpochInput input, int uid, I32F32[] consensus, I32F32 penalty, Span<bool> isNamed)
    {
        var validator = input.Neurons[uid];
        if (!validator.HasPermit) return;
        foreach (var weight in validator.Weights)
            isNamed[weight.Uid] = (weight.Uid != uid || uid == input.OwnerUid) && validator.LastUpdate > input.Neurons[weight.Uid].RegisteredAt
                && (penalty != I32F32.One || weight.Value == 0 || consensus[weight.Uid] > I32F32.Zero);
    }

    private static bool IsBetween(I32F32 penalty) => penalty > I32F32.Zero && penalty < I32F32.One;

    private void CopyTo(UidMatrix copy)
    {
        copy.Clear(held.Count);
        for (var uid = 0; uid < held.Count; uid++)
            if (!held[uid].IsEmpty)
                held[uid].CopyTo(copy.Add(uid));
    }
}
