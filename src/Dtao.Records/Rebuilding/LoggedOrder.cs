using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Records.Rebuilding;

/// <summary>An order's line read back into the command that it tells.</summary>
internal static class LoggedOrder
{
    /// <exception cref="InvalidDataException">Something of it is missing or makes no sense.</exception>
    public static LedgerCommand Of(JsonElement line)
    {
        try
        {
            return Command(line, new AccountId(line.GetProperty("account").GetInt32()));
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new InvalidDataException($"{line.GetProperty("id")} is no whole order: {e.Message}", e);
        }
    }

    private static LedgerCommand Command(JsonElement line, AccountId by) => line.GetProperty("Order").GetString() switch
    {
        nameof(Stake) => new Stake(by, Netuid(line), Account(line, "hotkey"), new Tao(Rao(line, "tao_rao")), Limit(line)),
        nameof(Unstake) => new Unstake(by, Netuid(line), Account(line, "hotkey"), new Alpha(Rao(line, "alpha_rao")), Limit(line)),
        nameof(Move) => new Move(
            by, Netuid(line), Account(line, "hotkey"), Netuid(line, "ToNetuid"), Account(line, "to_hotkey"), new Alpha(Rao(line, "alpha_rao")), Limit(line)),
        nameof(SetWeights) => new SetWeights(by, Netuid(line), Pairs(line, "weights", (uid, weight) => new Link((ushort)uid, (ushort)weight))),
        nameof(RegisterNeuron) => new RegisterNeuron(by, Netuid(line)),
        nameof(RegisterSubnet) => new RegisterSubnet(by),
        nameof(OfferSubnet) => new OfferSubnet(by, Netuid(line), line.TryGetProperty("tao_rao", out _) ? new Tao(Rao(line, "tao_rao")) : null),
        nameof(BuySubnet) => new BuySubnet(by, Netuid(line), new Tao(Rao(line, "tao_rao"))),
        nameof(SetChildren) => new SetChildren(by, Netuid(line), Pairs(line, "children", (account, proportion) => new Kin(new AccountId((int)account), proportion))),
        nameof(SetChildTake) => new SetChildTake(by, Netuid(line), (ushort)line.GetProperty("take_u16").GetInt32()),
        nameof(Deposit) => new Deposit(by, new Tao(Rao(line, "tao_rao"))),
        nameof(Withdraw) => new Withdraw(by, new Tao(Rao(line, "tao_rao"))),
        nameof(ReportUsefulness) => new ReportUsefulness(by, Netuid(line), new Tao(Rao(line, "tao_rao"))),
        nameof(StartSubnet) => new StartSubnet(by, Netuid(line)),
        nameof(SetRootClaim) => new SetRootClaim(by, line.TryGetProperty("Keep", out _)),
        nameof(TakeRootSeat) => new TakeRootSeat(by),
        nameof(SetRootWeights) => new SetRootWeights(by, Pairs(line, "weights", (netuid, weight) => new RootWeight(new NetUid((ushort)netuid), (ushort)weight))),
        var other => throw new FormatException($"there is no order {other}"),
    };

    private static NetUid Netuid(JsonElement line, string name = "Netuid") => new(line.GetProperty(name).GetUInt16());

    private static AccountId Account(JsonElement line, string name) => new(line.GetProperty(name).GetInt32());

    private static ulong Rao(JsonElement line, string name) => ulong.Parse(line.GetProperty(name).GetString()!, NumberStyles.None, CultureInfo.InvariantCulture);

    private static PriceLimit? Limit(JsonElement line) =>
        line.TryGetProperty("limit_rao", out _) ? new PriceLimit(Rao(line, "limit_rao"), line.TryGetProperty("AllowPartial", out _)) : null;

    private static ImmutableArray<T> Pairs<T>(JsonElement line, string name, Func<ulong, ulong, T> pair) =>
    [
        .. from text in line.GetProperty(name).GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           let colon = text.IndexOf(':', StringComparison.Ordinal)
           select pair(ulong.Parse(text.AsSpan(0, Math.Max(0, colon)), NumberStyles.None, CultureInfo.InvariantCulture),
               ulong.Parse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture)),
    ];
}
