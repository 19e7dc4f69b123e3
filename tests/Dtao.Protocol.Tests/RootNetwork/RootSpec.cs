using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.RootNetwork;

/// <summary>A small chain of the old mechanism: three root validators, two subnets with a miner each. The last vote gave the first a quarter, the second the rest.</summary>
public abstract class RootSpec
{
    protected static readonly NetUid Apex = new(1), Targon = new(2), Nowhere = new(9);

    protected static readonly RootNetworkRules Network = new()
    {
        Seats = 4,
        TempoBlocks = 10,
        Rho = 10,
        KappaU16 = 32767,
        WeightsRateLimitBlocks = 5,
        HotkeyTempoBlocks = 40,
        PoolTaoRao = 1_000_000_000,
        PoolAlphaRao = 1_000_000_000,
    };

    /// <summary>Subnets have an epoch every 21 blocks, and all stake is TAO.</summary>
    protected static ProtocolRules OldRules { get; } = Some.Rules with
    {
        Mechanism = Mechanism.RootVote,
        RootNetwork = Network,
        TempoBlocks = 20,
        Subnets = Some.Rules.Subnets with { RateLimitBlocks = 10 },
    };

    protected static ProtocolRules NewRules { get; } = OldRules with { Mechanism = Mechanism.Dynamic };

    protected RootSpec() => Start(OldRules);

    protected Ledger Ledger { get; private set; } = null!;

    protected AccountId Ann { get; private set; }

    protected AccountId Ben { get; private set; }

    protected AccountId Cal { get; private set; }

    /// <summary>Has staked with Ann.</summary>
    protected AccountId Nominator { get; private set; }

    protected AccountId Owner { get; private set; }

    protected AccountId Miner { get; private set; }

    protected LedgerState State => Ledger.State;

    protected void Start(ProtocolRules rules)
    {
        var genesis = new Genesis(new Block(100), rules);
        (Ann, Ben, Cal) = (genesis.Open(Tao.Of(100)), genesis.Open(Tao.Of(100)), genesis.Open(Tao.Of(100)));
        (Nominator, Owner, Miner) = (genesis.Open(Tao.Of(30_000)), genesis.Open(Tao.Of(1_000)), genesis.Open(Tao.Of(100)));
        genesis.Open(Apex, Owner, new Pool(Tao.Of(5), Alpha.Of(5)), I96F32.FromRatio(1, 4));
        genesis.Open(Targon, Owner, new Pool(Tao.Of(5), Alpha.Of(5)), I96F32.FromRatio(3, 4));
        foreach (var hotkey in (AccountId[])[Owner, Ann, Ben, Cal, Miner])
        {
            genesis.Register(Apex, hotkey);
            genesis.Register(Targon, hotkey);
        }
        genesis.Stake(Ann, NetUid.Root, Ann, Alpha.Of(30_000));
        genesis.Stake(Nominator, NetUid.Root, Ann, Alpha.Of(30_000));
        genesis.Stake(Ben, NetUid.Root, Ben, Alpha.Of(30_000));
        genesis.Stake(Cal, NetUid.Root, Cal, Alpha.Of(10_000));
        Ledger = genesis.Build();
    }

    protected Outcome When(LedgerCommand command)
    {
        var outcome = Ledger.Settle(command);
        Ledger.CloseBlock();
        return outcome;
    }

    protected void PassBlocks(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Ledger.OpenBlock(State.Block + 1);
            Ledger.CloseBlock();
        }
    }

    /// <summary>Up to the close of the block in which root has its next epoch.</summary>
    protected void PassRootsEpoch()
    {
        do PassBlocks(1);
        while ((State.Block.Height + 1) % 11 != 10);
    }

    protected Outcome Vote(AccountId hotkey, params (NetUid Netuid, int Value)[] weights) =>
        When(new SetRootWeights(hotkey, [.. weights.Select(weight => new RootWeight(weight.Netuid, (ushort)weight.Value))]));

    protected double Share(NetUid netuid) => State[netuid].Voted.Tokens;

    protected MemoryStream Saved()
    {
        var stream = new MemoryStream();
        Ledger.Save(stream);
        stream.Position = 0;
        return stream;
    }

    /// <summary>One of the things that people do, and a block. Numbers that are drawn are small, and so are spread first.</summary>
    protected void Do(uint act)
    {
        act = unchecked(act * 2_654_435_761) >> 4;
        var who = (act % 4) switch { 0 => Ann, 1 => Ben, 2 => Nominator, _ => Miner };
        var netuid = (act / 4 % 4) switch { 0 => Apex, 1 => Targon, 2 => new NetUid(3), _ => NetUid.Root };
        var amount = act / 16 % 100 + 1;
        switch (act / 1600 % 10)
        {
            case 0: When(new Stake(who, netuid, Ann, Tao.Of(amount))); break;
            case 1: When(new Unstake(who, netuid, Ann, Alpha.Of(amount))); break;
            case 2: When(new Unstake(who, NetUid.Root, Ann, Alpha.Of(amount))); break;
            case 3: When(new RegisterSubnet(who)); break;
            case 4: When(new RegisterNeuron(who, netuid)); break;
            case 5: Vote(who, (netuid, (int)amount), (Apex, 50)); break;
            case 6: When(new TakeRootSeat(who)); break;
            case 7: When(new SetWeights(who, netuid, [new Link(4, (ushort)amount)])); break;
            case 8: When(new Move(who, NetUid.Root, who, NetUid.Root, Ben, Alpha.Of(amount))); break;
            default: PassBlocks((int)amount); break;
        }
        PassBlocks(1);
    }

    protected static void IsRefused(Outcome outcome, Refusal reason) => Assert.Equal(reason, Assert.IsType<Refused>(outcome).Reason);
}
