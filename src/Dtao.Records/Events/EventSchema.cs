using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Dtao.Protocol.Ledgers;

namespace Dtao.Records.Events;

/// <summary>
/// Every type of event that events.clef can hold, with its fields and their units. The table in this project's README is this one, and a test
/// holds every line of a run against it. A change that a reader could trip over raises the version.
/// </summary>
public static class EventSchema
{
    /// <summary>Stands in the first line of every log, <c>RunStarted</c>.</summary>
    public const int Version = 3;

    public const string Ordered = "Ordered", Heard = "Heard";

    private const string Info = "Information", Debug = "Debug";
    private const string FillTopics = "trades; narrative where notable", FillLevels = "Debug; Information";

    /// <summary>What every line has; a cause only where something brought it about, a level only where it is not Information.</summary>
    public static ImmutableArray<EventField> Common { get; } =
    [
        Field("@t", "UTC", "simulated time"), Field("@mt", "text", "message template"), Optional("@l", "level"), Field("Ev", "text", "type of event"),
        Field("id", "id"), Optional("cause", "id"), Field("root", "id"), Field("Block", "block"),
    ];

    public static ImmutableArray<EventKind> All { get; } =
    [
        new(nameof(RunStarted), "narrative", Info,
            [Field("Schema", "count", "version of this table"), Field("Agents", "count"), Field("Subnets", "count"), Field("HashHead", "hex")]),
        new(nameof(RunEnded), "narrative", Info,
        [
            Field("Blocks", "blocks"), Field("HashHead", "hex"), Field("Events", "count", "ids that begin with e"), Field("Orders", "count"),
            Field("Hearings", "count"), Field("Payments", "count"),
        ]),
        new(nameof(AgentFaulted), "narrative", "Error", [Agent, Field("Error", "text")]),
        new(nameof(CapBegan), "narrative", "Warning", [Netuid]),
        new(nameof(CapEnded), "narrative", Info, [Netuid, Field("Blocks", "blocks")]),
        new(nameof(EmissionHalved), "narrative", Info, [.. Tao("the new emission a block")]),
        new(nameof(RulesSwitched), "narrative", Info, [Field("Rules", "text", "the name of those that are in force from here on")]),
        new(EventSchema.Ordered, "decisions", Debug,
        [
            Agent, Field("Order", "text", "Stake, Unstake, Move, SetWeights, RegisterNeuron, RegisterSubnet, OfferSubnet, BuySubnet, SetChildren, SetChildTake, Deposit, Withdraw, ReportUsefulness, StartSubnet, SetRootClaim, TakeRootSeat, SetRootWeights"),
            Field("account", "account"), Optional("Netuid", "netuid"), Optional("ToNetuid", "netuid"), Optional("hotkey", "account"), Optional("to_hotkey", "account"),
            Optional("Tao", "TAO"), Optional("tao_rao", "rao"), Optional("Alpha", "alpha"), Optional("alpha_rao", "rao"),
            Optional("limit_rao", "rao a unit"), Optional("AllowPartial", "true"), Optional("Miners", "count"), Optional("Netuids", "count"), Optional("weights", "uid:weight …", "of a root validator netuid:weight …"),
            Optional("Children", "count"), Optional("children", "account:proportion …", "over 2⁶⁴ − 1"), Optional("Take", "fraction"), Optional("take_u16", "over 65535"), Optional("Keep", "true", "as alpha"),
        ]),
        new(nameof(Staked), FillTopics, FillLevels, [Netuid, Agent, .. Alpha("received"), Field("tao_rao", "rao", "paid, fee included"), Partial]),
        new(nameof(Unstaked), FillTopics, FillLevels, [Netuid, Agent, .. Alpha("sold"), Field("tao_rao", "rao", "received, fee off"), Partial]),
        new(nameof(Moved), FillTopics, FillLevels,
        [
            Netuid, Agent, .. Alpha("sold"), .. Tao("between"), Partial, Optional("ToNetuid", "netuid", "missing with the next two where too little was left to stake"),
            Optional("AlphaIn", "alpha"), Optional("alpha_in_rao", "rao"),
        ]),
        new(nameof(Redelegated), "trades", Debug, [Netuid, Agent, .. Alpha("")]),
        new(nameof(WeightsSet), "decisions", Debug, [Netuid, Agent, Field("Uid", "uid", "of the voter"), Field("Miners", "count")]),
        new(nameof(NeuronRegistered), "decisions", Debug,
            [Netuid, Agent, Field("Uid", "uid"), .. Tao("paid into the pool"), Field("burned_alpha_rao", "rao"), Optional("Replaced", "agent", "who lost the uid")]),
        new(nameof(SubnetRegistered), "narrative", Info,
        [
            Netuid, Agent, .. Tao("the lock"), Field("burned_rao", "rao", "what of it did not open the pool"),
            Optional("PaidOut", "TAO", "what the subnet that it takes the place of left to who held its alpha"), Optional("paid_out_rao", "rao"), Optional("Holders", "count", "of them"),
        ]),
        new(nameof(SubnetSold), "narrative", Info, [Netuid, Field("Agent", "agent", "the new owner"), Field("Seller", "agent"), .. Tao("")]),
        new(nameof(SubnetOffered), "decisions", Debug, [Netuid, Agent, Optional("Tao", "TAO", "missing where the offer was taken back"), Optional("tao_rao", "rao")]),
        new(nameof(ChildrenScheduled), "decisions", Debug, [Netuid, Agent, Field("Children", "count"), Field("After", "block", "after which they count")]),
        new(nameof(ChildTakeSet), "decisions", Debug, [Netuid, Agent, Field("Take", "fraction")]),
        new(nameof(Deposited), "decisions", Debug, [Agent, .. Tao("brought in from outside")]),
        new(nameof(Withdrawn), "decisions", Debug, [Agent, .. Tao("paid outside")]),
        new(nameof(UsefulnessReported), "decisions", Debug, [Netuid, Agent, .. Tao("a day, what its work is worth to others")]),
        new(nameof(SubnetStarted), "narrative", Info, [Netuid, Agent]),
        new(nameof(RootClaimSet), "decisions", Debug, [Agent, Optional("Keep", "true", "root's alpha as it is; else it is sold")]),
        new(nameof(RootSeatTaken), "decisions", Debug, [Agent, Field("Uid", "uid", "the seat"), Optional("Replaced", "agent", "who lost it")]),
        new(nameof(RootWeightsSet), "decisions", Debug, [Agent, Field("Uid", "uid", "the seat"), Field("Netuids", "count"), Field("weights", "netuid:weight …", "of 65535")]),
        new(nameof(Refused), "decisions", Debug, [Netuid, Agent, Field("Order", "text"), Field("Reason", "text")]),
        new(nameof(Posted), "decisions; narrative where Topic is PayForHolding, PayForSelling or StakeShare", "Debug; Information",
            [Netuid, Agent, Field("Topic", "text"), Field("Value", "number", "a string where it is none"), Optional("About", "agent", "whom it is about")]),
        new(EventSchema.Heard, "hearings", Debug, [Netuid, Agent, Field("Topic", "text"), Field("Value", "number", "a string where it is none")]),
        new(nameof(EpochDrained), "epochs", Debug,
        [
            Netuid, Field("Incentive", "alpha"), Field("incentive_rao", "rao"), Field("Dividends", "alpha"), Field("dividends_rao", "rao"), Field("OwnerCut", "alpha"),
            Field("owner_cut_rao", "rao"), Field("RootDividends", "TAO"), Field("root_dividends_rao", "rao"), Field("dust_rao", "rao", "alpha"),
        ]),
        new(nameof(Paid), "payments", Debug,
        [
            Netuid, Agent, Field("Alpha", "alpha", "all of it"), Field("Tao", "TAO", "root dividends"), Optional("incentive_rao", "rao"),
            Optional("dividends_rao", "rao", "with those who delegate to it"), Optional("owner_cut_rao", "rao"), Optional("root_dividends_rao", "rao"),
        ]),
        new(nameof(RulesGiven), "ledger", Debug, [Field("Rules", "JSON", "constants of the era")]),
        new(nameof(LedgerGiven), "ledger", Debug, [Field("Part", "count"), Field("Parts", "count"), Field("Ledger", "base64", "of the saved ledger")]),
    ];

    /// <summary>Every field that some line can have, each once.</summary>
    public static ImmutableArray<string> FieldNames { get; } =
        [.. Common.Concat(All.SelectMany(kind => kind.Fields)).Select(field => field.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, EventKind> ByName = All.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    public static EventKind? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The table in Markdown. A field with a question mark is missing in some lines.</summary>
    public static string Table()
    {
        var table = new StringBuilder("| Ev | topic | level | fields |\n|---|---|---|---|\n");
        foreach (var kind in All) table.Append($"| `{kind.Name}` | {kind.Topics} | {kind.Levels} | {string.Join(", ", kind.Fields)} |\n");
        return table.ToString();
    }

    private static EventField Netuid => Field("Netuid", "netuid");

    private static EventField Agent => Field("Agent", "agent");

    private static EventField Partial => Optional("Partial", "true", "a limit cut it");

    private static EventField Field(string name, string unit, string means = "") => new(name, unit, means, IsOptional: false);

    private static EventField Optional(string name, string unit, string means = "") => new(name, unit, means, IsOptional: true);

    private static IEnumerable<EventField> Tao(string means) => [Field("Tao", "TAO", means), Field("tao_rao", "rao")];

    private static IEnumerable<EventField> Alpha(string means) => [Field("Alpha", "alpha", means), Field("alpha_rao", "rao")];
}
