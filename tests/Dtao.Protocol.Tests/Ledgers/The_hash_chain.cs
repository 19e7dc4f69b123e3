using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class The_hash_chain : LedgerSpec
{
    [Fact]
    public void is_the_same_for_the_same_history_and_another_for_a_rao_more()
    {
        string After(ulong rao)
        {
            Start(Some.Rules);
            When(new Stake(Alice, Apex, Validator, new Tao(rao)));
            PassBlocks(10);
            return Ledger.HashHead;
        }
        Assert.Equal(After(1_000_000_000), After(1_000_000_000));
        Assert.NotEqual(After(1_000_000_000), After(1_000_000_001));
    }

    [Fact] // Golden: a change of results changes this line, and the commit says why.
    public void has_this_head_after_a_thousand_blocks()
    {
        PassBlocks(1000);
        Assert.Equal("3cc16eb0d5b1a01266790542d9670d66", Ledger.HashHead);
    }
}
