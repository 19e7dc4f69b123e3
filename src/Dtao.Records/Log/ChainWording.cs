using System.Diagnostics;
using Dtao.Protocol.Ledgers;
using Dtao.Records.Events;
using Serilog.Events;

namespace Dtao.Records.Log;

/// <summary>How the chain's own doings read.</summary>
internal static class ChainWording
{
    private static readonly MessageTemplate Drained = Line.Words("SN{Netuid} paid {Incentive} to miners, {Dividends} to validators and {RootDividends} TAO to root");
    private static readonly MessageTemplate Halved = Line.Words("The block emission halved to {Tao} TAO");
    private static readonly MessageTemplate Switched = Line.Words("From here on the rules are {Rules}");
    private static readonly MessageTemplate Began = Line.Words("The injection cap binds on SN{Netuid}");
    private static readonly MessageTemplate Over = Line.Words("The injection cap bound on SN{Netuid} for {Blocks} blocks");

    public static LogEvent Of(LedgerEvent happened, in RunEvent told, DateTimeOffset at) => happened switch
    {
        EpochDrained epoch => Of(epoch, told, at),
        EmissionHalved halved => new Line(nameof(EmissionHalved), told).With("Tao", "tao_rao", halved.BlockEmission).Told(at, LogEventLevel.Information, Halved),
        RulesSwitched rules => new Line(nameof(RulesSwitched), told).With("Rules", rules.Name).Told(at, LogEventLevel.Information, Switched),
        CapBegan cap => new Line(nameof(CapBegan), told).Of(cap.Netuid).Told(at, LogEventLevel.Warning, Began),
        CapEnded cap => new Line(nameof(CapEnded), told).Of(cap.Netuid).With("Blocks", cap.Blocks).Told(at, LogEventLevel.Information, Over),
        _ => throw new UnreachableException($"No words for {happened}."),
    };

    private static LogEvent Of(EpochDrained epoch, in RunEvent told, DateTimeOffset at) => new Line(nameof(EpochDrained), told).Of(epoch.Netuid)
        .With("Incentive", "incentive_rao", epoch.Incentive)
        .With("Dividends", "dividends_rao", epoch.Dividends)
        .With("OwnerCut", "owner_cut_rao", epoch.OwnerCut)
        .With("RootDividends", "root_dividends_rao", epoch.RootDividends)
        .WithRao("dust_rao", epoch.Dust.Rao)
        .Told(at, LogEventLevel.Debug, Drained);
}
