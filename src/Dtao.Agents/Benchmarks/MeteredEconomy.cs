using Dtao.Agents.Conversation;
using Dtao.Agents.Settling;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Benchmarks;

/// <summary>Starts the meter when the warm-up is over and stops it with the last block, from inside the run, so that set-up is not timed.</summary>
internal sealed class MeteredEconomy(MinimalEconomy inner, WakesSetup setup, Func<WakesMeter> start) : IEconomy
{
    private WakesMeter? meter;
    private Block block;
    private long wakes;

    public WakesReport? Report { get; private set; }

    public MarketView View() => inner.View();

    public void Fetch(AccountId account) => inner.Fetch(account);

    public Statement StatementOf(AccountId account)
    {
        if (block.Height >= setup.WarmUpBlocks) wakes++;
        return inner.StatementOf(account);
    }

    public IReadOnlyList<SubnetPrice> Prices() => inner.Prices();

    public BlockSample Sample() => inner.Sample();

    public IReadOnlyList<LedgerEvent> OpenBlock(Block opened)
    {
        block = opened;
        if (opened.Height == setup.WarmUpBlocks + 1) meter = start();
        return inner.OpenBlock(opened);
    }

    public Outcome Settle(LedgerCommand command) => inner.Settle(command);

    public string HashHead => inner.HashHead;

    public void CloseBlock(bool isLast)
    {
        inner.CloseBlock(isLast);
        if (block.Height == setup.WarmUpBlocks + setup.Blocks) Report = meter!.Stop(wakes);
    }
}
