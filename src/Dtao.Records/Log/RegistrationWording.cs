using Dtao.Protocol.Ledgers;
using Dtao.Records.Events;
using Serilog.Events;

namespace Dtao.Records.Log;

/// <summary>How it reads that somebody took a place on a subnet, founded one, or sold it.</summary>
internal sealed class RegistrationWording(AgentNames names)
{
    private static readonly MessageTemplate Joined = Line.Words("{Agent} took uid {Uid} of SN{Netuid} for {Tao} TAO");
    private static readonly MessageTemplate Replaced = Line.Words("{Agent} took uid {Uid} of SN{Netuid} from {Replaced} for {Tao} TAO");
    private static readonly MessageTemplate Founded = Line.Words("{Agent} registered SN{Netuid} for {Tao} TAO");
    private static readonly MessageTemplate TookPlace = Line.Words("{Agent} registered SN{Netuid} for {Tao} TAO in the place of a subnet that paid {Holders} holders {PaidOut} TAO");
    private static readonly MessageTemplate Offered = Line.Words("{Agent} offers SN{Netuid} for {Tao} TAO");
    private static readonly MessageTemplate Kept = Line.Words("{Agent} offers SN{Netuid} no longer");
    private static readonly MessageTemplate Sold = Line.Words("{Agent} bought SN{Netuid} from {Seller} for {Tao} TAO");

    public LogEvent Of(NeuronRegistered registered, in RunEvent told, DateTimeOffset at, LogEventLevel level)
    {
        var line = Open(nameof(NeuronRegistered), registered, told).Of(registered.Netuid).With("Uid", (long)registered.Uid)
            .With("Tao", "tao_rao", registered.Paid).WithRao("burned_alpha_rao", registered.Burned.Rao);
        return registered.Replaced is { } loser ? line.With("Replaced", names.Of(loser)).Told(at, level, Replaced) : line.Told(at, level, Joined);
    }

    public LogEvent Of(SubnetRegistered registered, in RunEvent told, DateTimeOffset at, LogEventLevel level)
    {
        var line = Open(nameof(SubnetRegistered), registered, told).Of(registered.Netuid).With("Tao", "tao_rao", registered.Lock).WithRao("burned_rao", registered.Opened.Burned.Rao);
        return registered.Dissolved is { } gone
            ? line.With("PaidOut", "paid_out_rao", gone.PaidOut).With("Holders", (long)gone.Payouts.Length).Told(at, level, TookPlace)
            : line.Told(at, level, Founded);
    }

    public LogEvent Of(SubnetOffered offered, in RunEvent told, DateTimeOffset at, LogEventLevel level)
    {
        var line = Open(nameof(SubnetOffered), offered, told).Of(offered.Netuid);
        return offered.Ask is { } ask ? line.With("Tao", "tao_rao", ask).Told(at, level, Offered) : line.Told(at, level, Kept);
    }

    public LogEvent Of(SubnetSold sold, in RunEvent told, DateTimeOffset at, LogEventLevel level) =>
        Open(nameof(SubnetSold), sold, told).Of(sold.Netuid).With("Seller", names.Of(sold.Seller)).With("Tao", "tao_rao", sold.Paid).Told(at, level, Sold);

    private Line Open(string kind, Outcome outcome, in RunEvent told) => new Line(kind, told).With("Agent", names.Of(outcome.Account));
}
