using System.Globalization;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Tracing;

/// <summary>A table of run.db as links of chains.</summary>
internal sealed class TracedTable : IDisposable
{
    /// <summary>Rows that are looked through for effects: some tenths of a second at most.</summary>
    private const long Horizon = 1_000_000;

    private readonly SqliteConnection run;
    private readonly TraceSource source;
    private readonly RowIds ids, blocks;
    private readonly RowIds? orders;

    public TracedTable(SqliteConnection run, TraceSource source)
    {
        (this.run, this.source) = (run, source);
        ids = new RowIds(run, source.Table, "id");
        blocks = new RowIds(run, source.Table, "block");
        orders = source.EndsOrders ? new RowIds(run, source.Table, "cause") : null;
    }

    /// <summary>An event, or the order behind one.</summary>
    public TracedEvent? Find(EventId id)
    {
        if (id.Kind == IdKind.Order ? orders is null : id.Kind != IdKind.Event) return null;
        var column = id.IsOrder ? orders! : ids;
        var row = column.FirstFrom(id.Number);
        if (!column.Holds(row, id)) return null;
        var rows = Read("t.rowid >= $from AND t.rowid <= $to", row, row + 1, []);
        return Joined([.. rows.Where(read => (id.IsOrder ? read.Order : read.Event).Id == id).Select(read => id.IsOrder ? read.Order : read.Event)]);
    }

    /// <summary>What <paramref name="causes"/> brought about: the ends of orders among them, orders that they prompted, and whatever else names one as its cause.</summary>
    public Effects EffectsOf(IReadOnlySet<EventId> causes, Block earliest, int most)
    {
        var ended = orders is null ? [] : causes.Where(cause => cause.IsOrder).Order(Comparer<EventId>.Create((a, b) => a.Number.CompareTo(b.Number))).Select(EndOf).OfType<TracedEvent>().ToArray();
        var events = causes.Where(cause => cause.Kind == IdKind.Event).ToArray();
        if (events.Length == 0) return new Effects(ended, IsAll: true, LookedTo: null);
        var from = blocks.FirstFrom(earliest.Height);
        var to = Math.Min(ids.Count, from + Horizon);
        var found = Read($"t.rowid >= $from AND t.rowid <= $to AND {source.PromptColumn} IN ({string.Join(',', events.Select((_, i) => FormattableString.Invariant($"$c{i}")))}) ORDER BY t.rowid LIMIT {(most + 1).ToString(CultureInfo.InvariantCulture)}", from, to, events)
            .Select(read => source.EndsOrders ? read.Order : read.Event).DistinctBy(link => link.Id).ToArray();
        return new Effects([.. ended, .. found.Take(most)], found.Length <= most, to < ids.Count ? BlockAt(to) : null);
    }

    public void Dispose()
    {
        ids.Dispose();
        blocks.Dispose();
        orders?.Dispose();
    }

    private TracedEvent? EndOf(EventId order)
    {
        var row = orders!.FirstFrom(order.Number);
        return orders.Holds(row, order) ? Joined([.. Read("t.rowid >= $from AND t.rowid <= $to", row, row + 1, []).Where(read => read.Order.Id == order).Select(read => read.Event)]) : null;
    }

    /// <summary>A move has two rows with one id.</summary>
    private static TracedEvent? Joined(TracedEvent[] rows) =>
        rows.Length == 0 ? null : rows[0] with { Text = string.Join(" and ", rows.Select(row => row.Text).Distinct(StringComparer.Ordinal)) };

    private List<(TracedEvent Event, TracedEvent Order)> Read(string where, long from, long to, EventId[] causes)
    {
        using var command = run.CreateCommand();
        command.CommandText = $"{source.Select} WHERE {where}";
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$to", to);
        for (var i = 0; i < causes.Length; i++) command.Parameters.AddWithValue(FormattableString.Invariant($"$c{i}"), causes[i].ToString());
        using var rows = command.ExecuteReader();
        var read = new List<(TracedEvent, TracedEvent)>();
        while (rows.Read()) read.Add(source.Of(rows));
        return read;
    }

    private Block BlockAt(long row)
    {
        using var command = run.CreateCommand();
        command.CommandText = $"SELECT block FROM {source.Table} WHERE rowid = $row";
        command.Parameters.AddWithValue("$row", row);
        return new Block((long)command.ExecuteScalar()!);
    }
}
