using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;

namespace Dtao.Records.Recording;

/// <summary>Counts what is written.</summary>
internal sealed class RunCounter(BlockSample opening)
{
    private Block? first;
    private long blocks, events, trades, refusals, postings, faults;
    private Block last = opening.Market.Block;
    private Tao issued = opening.Market.Issued;

    public void Count(BlockBatch batch)
    {
        blocks++;
        first ??= batch.Block;
        last = batch.Block;
        if (batch.Sample is { } sample) issued = sample.Market.Issued;
    }

    /// <summary>Hearings, payments and the opening state count for themselves: a topic more in the log changes no count.</summary>
    public void Count(in RunEvent told)
    {
        if (told.Id.Kind == IdKind.Event) events++;
        switch (told.Fact)
        {
            case Settled { Outcome: Refused }: refusals++; break;
            case Settled { Outcome: Staked or Unstaked or Moved or Redelegated }: trades++; break;
            case Posted: postings++; break;
            case AgentFaulted: faults++; break;
        }
    }

    public RunProgress Progress(string hashHead, long logLines) =>
        new(first ?? last, last, hashHead, issued, new RunCounts(blocks, events, trades, refusals, postings, faults, logLines));
}
