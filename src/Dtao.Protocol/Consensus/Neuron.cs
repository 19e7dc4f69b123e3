using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>A registered hotkey on a subnet; its uid is its place in the subnet's list.</summary>
public sealed class Neuron(AccountId hotkey, Block registeredAt)
{
    /// <summary>Lines of memory that it takes.</summary>
    internal const int Lines = 3;

    private Link[] weights = [];
    private Link[]? bonds = [];
    private BondTable? table;
    private int row;

    public AccountId Hotkey { get; private set; } = hotkey;

    public Block RegisteredAt { get; } = registeredAt;

    /// <summary>The last block at which it set weights, or was registered.</summary>
    public Block LastUpdate { get; internal set; } = registeredAt;

    /// <summary>Whether it was among the top stakes at the last epoch and so may validate in the next.</summary>
    public bool HasPermit { get; internal set; }

    /// <summary>Whether it validates: it has a permit and has not been silent for longer than <paramref name="cutoffBlocks"/>.</summary>
    public bool Validates(Block now, long cutoffBlocks) => HasPermit && LastUpdate + cutoffBlocks >= now;

    /// <summary>The weights it set last, each uid at most once.</summary>
    public ReadOnlySpan<Link> Weights => weights;

    /// <summary>Its bonds after the last epoch.</summary>
    public ReadOnlySpan<Link> Bonds => bonds ??= table?.LinksOf(row) ?? [];

    /// <summary>The very list that was set, by which an epoch knows that it has read it before.</summary>
    internal Link[] WeightList => weights;

    public NeuronScore Score { get; internal set; }

    /// <summary>The key changes hands; all that the neuron has done stays with its uid.</summary>
    internal void HandTo(AccountId holder) => Hotkey = holder;

    internal void SetWeights(Link[] set, Block at) => (weights, LastUpdate) = (set, at);

    /// <summary>Its bonds, in <paramref name="room"/> where there is no list of them yet: who looks at many neurons once needs none for each.</summary>
    internal ReadOnlySpan<Link> BondsIn(ref Link[] room)
    {
        if (bonds is not null || table is null) return bonds;
        if (room.Length < table.Columns) room = new Link[table.Columns];
        return room.AsSpan(0, table.Copy(row, room));
    }

    internal void SetBonds(Link[] set) => (bonds, table) = (set, null);

    /// <summary>Bonds of an epoch's table, which are listed when somebody asks; none where that is null.</summary>
    internal void SetBonds(BondTable? of, int at) => (bonds, table, row) = (null, of, at);

    /// <summary>Whether its bonds are this row.</summary>
    internal bool Holds(BondTable of, int at) => table == of && row == at;

    /// <summary>Whether its bonds are in a list or in a table, be they all 0 there.</summary>
    internal bool HoldsAny => table is not null || bonds is { Length: > 0 };
}
