using System.Collections;

namespace Dtao.Protocol.Consensus;

/// <summary>What an epoch leaves of bonds, a list each uid; empty for whoever has no permit.</summary>
public sealed class StoredBonds : IReadOnlyList<Link[]>
{
    private readonly BondTable? table;
    private readonly int[] rows = [];
    private readonly Link[][] lists = [];

    internal StoredBonds(Link[][] lists) => this.lists = lists;

    /// <param name="rows">The table's rows by uid, −1 for who has none.</param>
    internal StoredBonds(BondTable table, int[] rows) => (this.table, this.rows) = (table, rows);

    public int Count => table is null ? lists.Length : rows.Length;

    public Link[] this[int uid] => table is null ? lists[uid] : rows[uid] < 0 ? [] : table.LinksOf(rows[uid]);

    public IEnumerator<Link[]> GetEnumerator() => Enumerable.Range(0, Count).Select(uid => this[uid]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void LeaveWith(Neuron neuron, int uid)
    {
        if (table is null) neuron.SetBonds(lists[uid]);
        else neuron.SetBonds(rows[uid] < 0 ? null : table, rows[uid]);
    }
}
