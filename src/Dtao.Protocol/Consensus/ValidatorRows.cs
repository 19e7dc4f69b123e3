using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// What validators say and hold, a row each, kept from epoch to epoch: what has not been set again since need not be read again, unless it speaks of a uid that has
/// changed hands. Everything is held against the neurons before it is used.
/// </summary>
internal sealed class ValidatorRows
{
    private Neuron[] known = [];
    private Registrations registered;
    private int? owner;
    private int[] uids = [], rowOf = [];
    private (Link[] Set, Block At, bool IsPermitted)[] read = [];
    private I32F32[] scratch = [];
    private BondTable stored = BondTable.Empty(0, 0);
    private BondTable? spare; // of the epoch before that one, once no neuron holds it
    private bool allHoldStored;

    public ColumnBlocks Weights { get; } = new();

    /// <summary>The bonds of the last epoch, those in neurons that have since been replaced left out.</summary>
    /// <remarks><c>get_bonds_sparse, vec_mask_sparse_matrix</c>.</remarks>
    public BondTable Held { get; private set; } = BondTable.Empty(0, 0);

    /// <summary>By row, ascending.</summary>
    public ReadOnlySpan<int> Uids => uids;

    /// <summary>By uid; −1 where it has none.</summary>
    public int[] RowOf => rowOf;

    /// <summary>Reads what has changed in the weights of <paramref name="neurons"/>.</summary>
    /// <param name="ownerUid">Whose weight for itself counts; null where nobody's does.</param>
    public void Read(Neuron[] neurons, int? ownerUid)
    {
        var areSame = AreKnown(neurons);
        var before = registered.Newest;
        if (!areSame) registered = Registrations.Of(neurons);
        var isSameOwner = owner == ownerUid;
        owner = ownerUid;
        if (!isSameOwner || neurons.Length != known.Length || !AllHaveRows(neurons)) Open(neurons);
        else if (areSame) ReadWeights(neurons, new Block(long.MinValue));
        else ReadWeights(neurons, registered.Newest > before ? registered.Newest : before);
        if (!areSame) known = [.. neurons];
    }

    /// <summary>The sum of each row's four parts, by uid; 0 for who has no row.</summary>
    public I32F32[] SumsByUid(ReadOnlySpan<Vector256<long>> parts, I32F32[] sums)
    {
        sums.AsSpan().Clear();
        for (var row = 0; row < uids.Length; row++) sums[uids[row]] = new(Vector256.Sum(parts[row]));
        return sums;
    }

    /// <summary>A table for the bonds of this epoch, every block of which is to be written or cleared.</summary>
    public BondTable Room() => allHoldStored && spare is { } free ? free : BondTable.Unwritten(uids.Length, rowOf.Length);

    /// <summary>The bonds that the next epoch starts from.</summary>
    public StoredBonds Store(BondTable bonds)
    {
        (spare, stored) = (stored, bonds);
        return new StoredBonds(bonds, rowOf);
    }

    private bool AreKnown(Neuron[] neurons)
    {
        if (neurons.Length != known.Length) return false;
        for (var uid = 0; uid < neurons.Length; uid++)
            if (neurons[uid] != known[uid])
                return false;
        return true;
    }

    private bool AllHaveRows(Neuron[] neurons)
    {
        for (var uid = 0; uid < neurons.Length; uid++)
            if (rowOf[uid] < 0 && IsValidator(neurons[uid]))
                return false;
        return true;
    }

    private static bool IsValidator(Neuron neuron) => neuron.HoldsAny || WeightMatrix.Speaks(neuron);

    private void Open(Neuron[] neurons)
    {
        uids = [.. Enumerable.Range(0, neurons.Length).Where(uid => IsValidator(neurons[uid]))];
        rowOf = new int[neurons.Length];
        Array.Fill(rowOf, -1);
        for (var row = 0; row < uids.Length; row++) rowOf[uids[row]] = row;
        read = new (Link[], Block, bool)[uids.Length];
        scratch = new I32F32[Lanes.Padded(neurons.Length)];
        (stored, spare) = (BondTable.Empty(uids.Length, neurons.Length), null);
        Weights.Clear(uids.Length, neurons.Length);
        for (var row = 0; row < uids.Length; row++) ReadWeights(row, neurons[uids[row]]);
        Weights.LookOver();
    }

    /// <param name="changed">Weights that are no newer than this are read again, since a uid they speak of may have changed hands.</param>
    private void ReadWeights(Neuron[] neurons, Block changed)
    {
        var isAnyNew = false;
        for (var row = 0; row < uids.Length; row++)
        {
            var neuron = neurons[uids[row]];
            ref readonly var last = ref read[row];
            if (last.Set == neuron.WeightList && last.At == neuron.LastUpdate && last.IsPermitted == neuron.HasPermit && neuron.LastUpdate > changed) continue;
            ReadWeights(row, neuron);
            isAnyNew = true;
        }
        if (isAnyNew) Weights.LookOver();
    }

    private void ReadWeights(int row, Neuron neuron)
    {
        read[row] = (neuron.WeightList, neuron.LastUpdate, neuron.HasPermit);
        scratch.AsSpan().Clear();
        if (WeightMatrix.Speaks(neuron)) WeightMatrix.Read(neuron, uids[row], uids[row] == owner, registered, scratch);
        Weights.Write(row, scratch);
    }

    /// <summary>Reads their bonds, after <see cref="Read"/>. What was stored stays as it is; where it does not hold any more there is a copy of it.</summary>
    public void ReadBonds(Neuron[] neurons)
    {
        Held = stored;
        allHoldStored = true;
        var young = Young(neurons);
        for (var row = 0; row < uids.Length; row++)
        {
            var neuron = neurons[uids[row]];
            var holdsStored = neuron.Holds(stored, row);
            allHoldStored &= holdsStored;
            if (!holdsStored) ReadBonds(row, neuron);
            else if (neuron.LastUpdate <= registered.Newest) Void(row, neuron, young);
        }
        if (Held != stored) Held.AddUp();
    }

    private void ReadBonds(int row, Neuron neuron)
    {
        var held = Writable();
        held.ClearRow(row);
        foreach (var bond in neuron.Bonds)
            if (neuron.LastUpdate > registered.At[bond.Uid])
                held.Set(row, bond.Uid, bond.Value);
    }

    /// <summary>Takes out what the validator holds of those who came after it was last heard of.</summary>
    private void Void(int row, Neuron neuron, List<int> young)
    {
        foreach (var uid in young)
            if (neuron.LastUpdate <= registered.At[uid] && Held.At(row, uid) != I32F32.Zero)
                Writable().Set(row, uid, 0);
    }

    /// <summary>Who came after any validator was last heard of.</summary>
    private List<int> Young(Neuron[] neurons)
    {
        var (young, oldest) = (new List<int>(), registered.Newest + 1);
        foreach (var uid in uids)
            if (neurons[uid].LastUpdate < oldest)
                oldest = neurons[uid].LastUpdate;
        for (var uid = 0; uid < neurons.Length && oldest <= registered.Newest; uid++)
            if (registered.At[uid] >= oldest)
                young.Add(uid);
        return young;
    }

    private BondTable Writable() => Held != stored ? Held : Held = stored.Copy();
}
