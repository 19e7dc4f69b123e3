using System.Collections.Immutable;
using System.Globalization;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Log;
using Dtao.Records.Recording;
using Dtao.Records.Summaries;

namespace Dtao.Records.Tests;

/// <summary>The launch rules, a small economy on them, and a run to record.</summary>
internal static class Some
{
    public static readonly Block FirstBlock = new(4_920_351);
    public static readonly NetUid Apex = new(1);
    public static readonly NetUid Meme = new(28);

    public static ProtocolRules Rules => Launch.Rules;

    public static SimulatedTime Time { get; } = new(FirstBlock, new DateTimeOffset(2025, 2, 13, 21, 43, 0, TimeSpan.Zero));

    public static RunIdentity Identity { get; } = new("small", "0.1.0", "abc1234", "c0ffee", ulong.MaxValue, ".NET 10 on linux-x64");

    /// <summary>Two subnets of 1,000 TAO and 10,000 alpha each, accounts 1 to 4 with 100 TAO each, 1,000 TAO elsewhere; the fourth is the oracle.</summary>
    public static Ledger Ledger()
    {
        var genesis = new Genesis(FirstBlock, Rules);
        for (var i = 0; i < 4; i++) genesis.Open(Tao.Of(100));
        genesis.SetElsewhere(genesis.Open(Tao.Of(1_000)));
        genesis.SetOracle(new AccountId(4));
        foreach (var netuid in new[] { Apex, Meme })
        {
            genesis.Open(netuid, new AccountId(1), new Pool(Tao.Of(1_000), Alpha.Of(10_000)), I96F32.FromRatio(1, 10));
            genesis.Register(netuid, new AccountId(1));
            genesis.Stake(new AccountId(1), netuid, new AccountId(1), Alpha.Of(500));
        }
        return genesis.Build();
    }

    public static ImmutableArray<RunAgent> Agents(Func<int, string>? name = null) =>
        [.. Enumerable.Range(1, 4).Select(i => new RunAgent(new AccountId(i), name?.Invoke(i) ?? Name(i), i < 3 ? "calm" : "herd", "speculator", i < 3 ? "hold" : "momentum"))];

    public static RecordingPlan Plan(Ledger ledger, LogTopics? topics = null, Func<int, string>? name = null) => new()
    {
        Identity = Identity,
        Config = "seed = 1\n",
        EffectiveConfig = "seed = 1 # run.conf:1\n",
        Agents = Agents(name),
        StartWealth = WealthOf(ledger.State),
        Opening = BlockSample.Of(ledger.State),
        Time = Time,
        TaoWeight = 0.18,
        Kappa = 0.5,
        DelegateTake = 0.18,
        LentToFirst = 0.55,
        Topics = topics ?? LogTopics.All,
        NotableShare = 0.02,
        QueuedEvents = 1_000,
    };

    public static ImmutableArray<AgentWealth> WealthOf(LedgerState state) =>
        [.. Enumerable.Range(1, 4).Select(i => AgentWealth.Of(state, new AccountId(i)))];

    public static SubnetQuote Quote(int netuid, double price, Tao emission) => new()
    {
        Netuid = new NetUid((ushort)netuid),
        Owner = default,
        RegisteredAt = default,
        TaoReserve = default,
        AlphaReserve = default,
        AlphaOut = default,
        Staked = default,
        Price = price,
        MovingPrice = price,
        TaoEmission = emission,
        LastDividends = default,
        LastRootDividends = default,
        TempoBlocks = 360,
        CapBinds = false,
    };

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"{(i < 3 ? "calm" : "herd")}-{i}");
}
