using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

/// <summary>A small chain: one validator, two subnets, two traders. Given a state, when a command, then an outcome.</summary>
public abstract class LedgerSpec
{
    protected static readonly NetUid Apex = new(1), Targon = new(2), Nowhere = new(9);

    protected LedgerSpec() => Start(Some.Rules);

    protected Ledger Ledger { get; private set; } = null!;

    protected AccountId Validator { get; private set; }

    protected AccountId Alice { get; private set; }

    protected AccountId Bob { get; private set; }

    /// <summary>Stands for exchanges and all wallets outside.</summary>
    protected AccountId Elsewhere { get; private set; }

    protected LedgerState State => Ledger.State;

    protected void Start(ProtocolRules rules, decimal free = 100, decimal apexTao = 1000, decimal apexAlpha = 4000, decimal elsewhere = 0, int strangers = 0)
    {
        var genesis = new Genesis(new Block(100), rules);
        Validator = genesis.Open(Tao.Zero);
        Alice = genesis.Open(Tao.Of(free));
        Bob = genesis.Open(Tao.Of(free));
        if (elsewhere > 0) genesis.SetElsewhere(Elsewhere = genesis.Open(Tao.Of(elsewhere)));
        for (var i = 0; i < strangers; i++) genesis.Open(Tao.Of(1));
        genesis.SetOracle(Validator);
        genesis.Open(Apex, Validator, new Pool(Tao.Of(apexTao), Alpha.Of(apexAlpha)), I96F32.FromRatio(1, 4));
        genesis.Open(Targon, Validator, new Pool(Tao.Of(500), Alpha.Of(500)), I96F32.FromRatio(3, 4));
        genesis.Register(Apex, Validator);
        genesis.Register(Targon, Validator);
        genesis.Stake(Validator, NetUid.Root, Validator, Alpha.Of(100_000));
        genesis.Stake(Bob, Apex, Validator, Alpha.Of(50));
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

    protected static void IsRefused(Outcome outcome, Refusal reason) => Assert.Equal(reason, Assert.IsType<Refused>(outcome).Reason);
}
