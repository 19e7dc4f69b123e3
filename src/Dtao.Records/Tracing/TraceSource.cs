using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Records.Database;
using Dtao.Records.Events;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Tracing;

/// <summary>How the rows of a table of run.db read as links of a chain.</summary>
/// <param name="EndsOrders">Whether a row is the end of an order, which is its cause and was prompted by its <c>prompt</c>.</param>
/// <param name="Kind">SQL: what the log calls <c>Ev</c>.</param>
/// <param name="Text">SQL: what happened.</param>
/// <param name="Asked">SQL: what was asked; of no meaning where no order ends.</param>
internal sealed record TraceSource(string Table, bool EndsOrders, bool HasAccount, string Kind, string Text, string Asked = "''")
{
    private const string Who = "ifnull(a.name, 'account-' || t.account)";

    /// <summary>Those that tell most come first.</summary>
    public static ImmutableArray<TraceSource> All { get; } =
    [
        new("events", EndsOrders: false, HasAccount: false, "t.kind", "t.text"),
        new("trades", EndsOrders: true, HasAccount: true,
            "CASE t.side WHEN 'buy' THEN 'Staked' WHEN 'sell' THEN 'Unstaked' ELSE 'Redelegated' END",
            $"""
            CASE t.side WHEN 'redelegate' THEN printf('%s moved %.9g alpha of SN%d to another hotkey', {Who}, t.alpha_rao / 1e9, t.netuid)
            ELSE printf('%s %s %.9g alpha of SN%d for %.9g TAO', {Who}, CASE t.side WHEN 'buy' THEN 'bought' ELSE 'sold' END, t.alpha_rao / 1e9, t.netuid, t.tao_rao / 1e9) END
            """,
            $"printf('%s asked to %s alpha of SN%d', {Who}, CASE t.side WHEN 'redelegate' THEN 'move' ELSE t.side END, t.netuid)"),
        new("refusals", EndsOrders: true, HasAccount: true, "'Refused'", $"printf('%s was refused %s on SN%d: %s', {Who}, t.command, t.netuid, t.reason)",
            $"printf('%s asked for %s on SN%d', {Who}, t.command, t.netuid)"),
        new("registrations", EndsOrders: true, HasAccount: true, "'NeuronRegistered'",
            $"printf('%s took uid %d of SN%d for %.9g TAO', {Who}, t.uid, t.netuid, t.tao_rao / 1e9)", $"printf('%s asked for a place on SN%d', {Who}, t.netuid)"),
        new("transfers", EndsOrders: true, HasAccount: true,
            "CASE t.side WHEN 'deposit' THEN 'Deposited' ELSE 'Withdrawn' END",
            $"printf('%s %s', {Who}, CASE t.side WHEN 'deposit' THEN printf('brought %.9g TAO in from outside', t.tao_rao / 1e9) ELSE printf('paid %.9g TAO outside', t.tao_rao / 1e9) END)",
            $"printf('%s asked to %s %.9g TAO', {Who}, t.side, t.tao_rao / 1e9)"),
        new("decisions", EndsOrders: true, HasAccount: true, "t.kind",
            $"printf('%s %s SN%d', {Who}, {DecisionWords.WhatWasDone}, t.netuid)", $"printf('%s asked to %s SN%d', {Who}, {DecisionWords.WhatWasAsked}, t.netuid)"),
        new("postings", EndsOrders: false, HasAccount: true, "'Posted'", $"printf('%s posted %s %.6g about SN%d', {Who}, t.topic, t.value, t.netuid)"),
        new("epochs", EndsOrders: false, HasAccount: false, "'EpochDrained'",
            """
            printf('SN%d paid %.9g alpha to miners, %.9g to validators, %.9g to its owner and %.9g TAO to root', t.netuid, t.incentive_alpha_rao / 1e9,
                t.dividends_alpha_rao / 1e9, t.owner_cut_alpha_rao / 1e9, t.root_dividends_tao_rao / 1e9)
            """),
    ];

    public string PromptColumn => EndsOrders ? "t.prompt" : "t.cause";

    public string Select =>
        $"SELECT t.id, t.cause, t.root, {PromptColumn}, t.block, {Kind}, {Text}, {Asked} FROM {Table} t{(HasAccount ? " LEFT JOIN agents a ON a.account = t.account" : "")}";

    /// <summary>A row as the event that it is, and as the order that it ended.</summary>
    public (TracedEvent Event, TracedEvent Order) Of(SqliteDataReader row)
    {
        var (cause, root, block) = (IdAt(row, 1), IdAt(row, 2), new Block(row.GetInt64(4)));
        return (new TracedEvent(IdAt(row, 0), cause, root, block, row.GetString(5), row.GetString(6)),
            new TracedEvent(cause, IdAt(row, 3), root, block, EventSchema.Ordered, row.GetString(7)));
    }

    private static EventId IdAt(SqliteDataReader row, int column) => !row.IsDBNull(column) && EventId.TryParse(row.GetString(column), out var id) ? id : EventId.None;
}
