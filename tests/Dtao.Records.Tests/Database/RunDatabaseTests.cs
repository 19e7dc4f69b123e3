using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Reading;

namespace Dtao.Records.Tests.Database;

public sealed class RunDatabaseTests : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly SmallRun run = new();
    private readonly RunReader read;

    public RunDatabaseTests() => read = RunReader.Open(run.Record(root));

    [Fact]
    public void Every_swap_is_a_row_and_a_move_has_two()
    {
        var legs = Outcomes().Sum(outcome => outcome switch { Moved { In: not null } => 2L, Staked or Unstaked or Moved or Redelegated => 1, _ => 0 });
        Assert.Equal(legs, read.Scalar("SELECT count(*) FROM trades"));
        Assert.Equal(run.Trades, read.Scalar("SELECT count(DISTINCT id) FROM trades"));
        Assert.Equal(Outcomes().LongCount(outcome => outcome is Refused), read.Scalar("SELECT count(*) FROM refusals"));
    }

    [Fact]
    public void What_crosses_the_border_is_a_row_with_its_amount()
    {
        var (came, went) = (Outcomes().OfType<Deposited>().ToArray(), Outcomes().OfType<Withdrawn>().ToArray());
        Assert.True(came.Length > 10 && went.Length > 10);
        Assert.Equal(came.Length * 2_000_000_000L, read.Scalar("SELECT sum(tao_rao) FROM transfers WHERE side = 'deposit' AND account = 3"));
        Assert.Equal(went.Length * 1_000_000_000L, read.Scalar("SELECT sum(tao_rao) FROM transfers WHERE side = 'withdraw'"));
    }

    [Fact]
    public void What_the_oracle_says_stands_with_the_pools()
    {
        var last = Outcomes().OfType<UsefulnessReported>().Last();
        Assert.Equal((long)last.ADay.Rao, read.Scalar("SELECT usefulness_rao_a_day FROM pools WHERE netuid = 28 ORDER BY block DESC LIMIT 1"));
        Assert.Equal(Outcomes().LongCount(outcome => outcome is UsefulnessReported), read.Scalar("SELECT count(*) FROM decisions WHERE kind = 'UsefulnessReported'"));
    }

    [Fact]
    public void The_tao_paid_adds_up_to_the_rao()
    {
        var paid = Outcomes().Aggregate(Tao.Zero, (sum, outcome) => outcome switch
        {
            Staked staked => sum + staked.Paid,
            Moved { In: { } leg } => sum + leg.Paid,
            _ => sum,
        });
        Assert.Equal((long)paid.Rao, read.Scalar("SELECT sum(tao_rao) FROM trades WHERE side = 'buy'"));
        Assert.Equal((long)paid.Rao, read.Scalar("SELECT sum(bought_tao_rao) FROM blocks"));
    }

    [Fact]
    public void Sampled_blocks_hold_every_pool_as_the_market_showed_it()
    {
        var last = run.Batches[^1].Sample!.Market;
        Assert.Equal(run.Batches.LongCount(batch => batch.Sample is not null) + 1, read.Scalar("SELECT count(*) FROM blocks"));
        Assert.Equal((long)last.Find(Some.Meme)!.Value.TaoReserve.Rao, read.Scalar("SELECT tao_reserve_rao FROM pools WHERE netuid = 28 ORDER BY block DESC LIMIT 1"));
        Assert.Equal(last.Find(Some.Meme)!.Value.Price, read.Scalar("SELECT price_tao_per_alpha FROM pools WHERE netuid = 28 ORDER BY block DESC LIMIT 1"));
    }

    [Fact]
    public void Prices_and_holdings_are_there_to_the_last_rao()
    {
        Assert.Equal(run.Batches.Sum(batch => (long)batch.Prices.Length), read.Scalar("SELECT count(*) FROM prices"));
        Assert.Equal(run.Batches[299].Prices[1].Price, read.Scalar($"SELECT price_tao_per_alpha FROM prices WHERE netuid = 28 AND block = {run.Batches[299].Block.Height}"));
        Assert.Equal((long)Statement.Of(run.State, new AccountId(3)).On(Some.Meme).Rao, read.Scalar("SELECT alpha_rao FROM holdings WHERE account = 3 AND netuid = 28"));
        Assert.Equal(run.Ending.Holdings.Length, Convert.ToInt32(read.Scalar("SELECT count(*) FROM holdings")));
        Assert.Equal("0.18", read.Scalar("SELECT value FROM meta WHERE key = 'tao_weight'"));
    }

    [Fact]
    public void Agents_carry_what_they_were_worth_before_and_after()
    {
        Assert.Equal(100_000_000_000L, read.Scalar("SELECT start_liquidation_rao FROM agents WHERE name = 'herd-3'"));
        Assert.Equal((long)run.Ending.Wealth[2].Liquidation.Rao, read.Scalar("SELECT end_liquidation_rao FROM agents WHERE account = 3"));
        Assert.Equal((long)run.Ending.Wealth[2].Spot.Rao, read.Scalar("SELECT end_spot_rao FROM agents WHERE account = 3"));
    }

    [Fact]
    public void The_events_table_is_the_narrative()
    {
        Assert.Equal("The run started with 4 agents on 2 subnets", read.Scalar("SELECT text FROM events ORDER BY rowid LIMIT 1"));
        Assert.Equal("herd-3 faulted: Attempted to divide by zero.", read.Scalar("SELECT text FROM events WHERE level = 'Error' LIMIT 1"));
        Assert.Equal(28L, read.Scalar("SELECT netuid FROM events WHERE agent = 'herd-3' AND kind = 'Staked' LIMIT 1"));
    }

    [Fact]
    public void The_numbers_of_a_manifest_are_those_of_the_database()
    {
        var counts = read.Manifest()!.Progress.Counts;
        Assert.Equal(counts.Trades, read.Scalar("SELECT count(DISTINCT id) FROM trades"));
        Assert.Equal(counts.Postings, read.Scalar("SELECT count(*) FROM postings"));
        Assert.Equal(counts.Faults, read.Scalar("SELECT count(*) FROM events WHERE kind = 'AgentFaulted'"));
        Assert.Equal(counts.LogLines, read.CountEvents());
        Assert.Equal(run.Ending.HashHead, read.Scalar("SELECT value FROM meta WHERE key = 'state_hash_head'"));
    }

    [Fact]
    public void A_finished_database_is_one_sound_file()
    {
        Assert.Equal("ok", read.Scalar("PRAGMA integrity_check"));
        Assert.Equal("delete", read.Scalar("PRAGMA journal_mode"));
        Assert.Empty(Directory.GetFiles(read.Path, "run.db-*"));
    }

    public void Dispose() => root.Dispose();

    private IEnumerable<Outcome> Outcomes() =>
        run.Batches.SelectMany(batch => batch.Events).Select(told => told.Fact).OfType<Settled>().Select(settled => settled.Outcome);
}
