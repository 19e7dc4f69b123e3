using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>A part of a hotkey's stake weight that a relative gives it or has from it.</summary>
/// <param name="Proportion">Over 2⁶⁴ − 1.</param>
public readonly record struct Kin(AccountId Hotkey, ulong Proportion)
{
    /// <summary>Never changed without <see cref="Share"/>.</summary>
    public ulong Proportion { get; } = Proportion;

    /// <summary>As the chain reads it, floored to 2⁻³².</summary>
    public I96F32 Share { get; } = I96F32.FromRatio(Proportion, ulong.MaxValue);
}

/// <summary>Who lends whom its stake weight on one subnet: a parent's stake stays its own and counts for its children.</summary>
/// <remarks>subtensor v2.0.1 <c>staking/set_children.rs: do_set_pending_children</c>.</remarks>
public sealed class Kinship
{
    private readonly Relatives children = new();
    private readonly Relatives parents = new();
    private readonly Dictionary<int, ushort> takes = [];
    private readonly Dictionary<int, Block> childrenSetAt = [];
    private readonly Dictionary<int, Block> takesSetAt = [];
    private readonly List<PendingChildren> pending = [];

    /// <summary>A bit for each remainder by 64 of the numbers of those who have kin, or had some: an epoch asks for every neuron, and few have any.</summary>
    private ulong related;

    /// <summary>Nobody has children, so that every stake is its holder's own.</summary>
    public bool IsEmpty => children.Count == 0;

    /// <summary>How many have children.</summary>
    internal int Parents => children.Count;

    public ReadOnlySpan<Kin> ChildrenOf(AccountId hotkey) => MayHaveKin(hotkey) ? children[hotkey] : [];

    public ReadOnlySpan<Kin> ParentsOf(AccountId hotkey) => MayHaveKin(hotkey) ? parents[hotkey] : [];

    /// <summary>In the order in which they were last named.</summary>
    public IReadOnlyList<PendingChildren> Pending => pending;

    /// <summary>False only for whoever has neither children nor parents.</summary>
    internal bool MayHaveKin(AccountId hotkey) => (related >> hotkey.Index & 1) != 0;

    public Block? ChildrenSetAt(AccountId parent) => childrenSetAt.TryGetValue(parent.Index, out var at) ? at : null;

    public Block? TakeSetAt(AccountId child) => takesSetAt.TryGetValue(child.Index, out var at) ? at : null;

    public ushort TakeU16Of(AccountId child) => takes.GetValueOrDefault(child.Index);

    /// <summary>What a child keeps of a dividend before its parents have their part.</summary>
    public I96F32 TakeOf(AccountId child) => I96F32.FromU16(TakeU16Of(child));

    /// <summary>What of its own stake weight a hotkey has not given to children: 1 less their proportions, one after the other, not below 0.</summary>
    public I96F32 Kept(AccountId hotkey)
    {
        var kept = I96F32.One;
        foreach (var child in ChildrenOf(hotkey)) kept -= I96F32.Min(kept, child.Share);
        return kept;
    }

    internal void SetTake(AccountId child, ushort of65535) => takes[child.Index] = of65535;

    internal void SetTake(AccountId child, ushort of65535, Block at)
    {
        SetTake(child, of65535);
        takesSetAt[child.Index] = at;
    }

    /// <summary>Keeps children until they count, in the place of any that waited.</summary>
    internal void Schedule(PendingChildren named, Block at)
    {
        pending.RemoveAll(waiting => waiting.Parent == named.Parent);
        pending.Add(named);
        childrenSetAt[named.Parent.Index] = at;
    }

    /// <summary>Puts into force what has waited long enough; nothing where a child has meanwhile become a parent.</summary>
    /// <remarks><c>do_set_pending_children</c>.</remarks>
    internal void ApplyPending(Block now)
    {
        if (pending.Count == 0) return;
        foreach (var named in pending)
            if (named.After < now && !Array.Exists(named.Children, child => IsParent(child.Hotkey, of: named.Parent)))
                SetChildren(named.Parent, named.Children);
        pending.RemoveAll(named => named.After < now);
    }

    private bool IsParent(AccountId hotkey, AccountId of) => Array.Exists(parents[of], parent => parent.Hotkey == hotkey);

    /// <summary>Puts <paramref name="given"/> in the place of all children that <paramref name="parent"/> had.</summary>
    internal void SetChildren(AccountId parent, Kin[] given)
    {
        foreach (var child in ChildrenOf(parent)) parents[child.Hotkey] = Array.FindAll(parents[child.Hotkey], kin => kin.Hotkey != parent);
        if (given.Length == 0) children.Remove(parent);
        else children[parent] = given;
        foreach (var child in given) parents[child.Hotkey] = [.. ParentsOf(child.Hotkey), new Kin(parent, child.Proportion)];
        Relate([parent, .. given.Select(child => child.Hotkey)]);
    }

    internal SavedKinship Save() =>
        new(children.Ascending(), parents.Ascending(), Ascending(takes), Ascending(childrenSetAt), Ascending(takesSetAt), [.. pending]);

    internal void Restore(SavedKinship saved)
    {
        foreach (var (of, kin) in saved.Children) children[of] = kin;
        foreach (var (of, kin) in saved.Parents) parents[of] = kin;
        foreach (var (of, take) in saved.Takes) takes.Add(of.Index, take);
        foreach (var (of, at) in saved.ChildrenSetAt) childrenSetAt.Add(of.Index, at);
        foreach (var (of, at) in saved.TakesSetAt) takesSetAt.Add(of.Index, at);
        pending.AddRange(saved.Pending);
        Relate([.. saved.Children.Concat(saved.Parents).Select(kin => kin.Of)]);
    }

    private void Relate(ReadOnlySpan<AccountId> hotkeys)
    {
        foreach (var hotkey in hotkeys) related |= 1ul << hotkey.Index;
    }

    private static (AccountId Of, T Value)[] Ascending<T>(Dictionary<int, T> entries) =>
        [.. entries.OrderBy(entry => entry.Key).Select(entry => (new AccountId(entry.Key), entry.Value))];
}
