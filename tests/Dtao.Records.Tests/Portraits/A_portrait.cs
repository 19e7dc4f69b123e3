using Dtao.Records.Portraits;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Tests.Portraits;

public sealed class A_portrait : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly RunReader run;
    private readonly Portrait herd;

    public A_portrait()
    {
        run = RunReader.Open(new SmallRun().Record(root));
        herd = PortraitReader.Of(run, "herd-3")!;
    }

    [Fact]
    public void says_who_it_is() => Assert.Equal(("herd-3", 3, "herd", "speculator", "momentum"), (herd.Name, herd.Account, herd.Cohort, herd.Role, herd.Strategy));

    [Fact]
    public void counts_every_fill_and_refusal_of_the_agent()
    {
        var (fills, refusals) = (Count("trades") + Count("transfers"), Count("refusals"));
        Assert.InRange(fills, 20, 400);
        Assert.Equal(fills + refusals, herd.Orders.Sum(order => order.Count));
        Assert.Equal(fills + refusals, herd.Moments.Length);
        Assert.Equal(herd.Moments.Select(moment => moment.Block).Order(), herd.Moments.Select(moment => moment.Block));
    }

    [Fact]
    public void values_what_is_held_as_the_run_does()
    {
        var meme = herd.Positions.Single(position => position.Netuid == 28);
        Assert.Equal(herd.EndTao, herd.FreeTao + herd.Positions.Sum(position => position.Liquidation), 6);
        Assert.Equal(meme.Received + meme.Liquidation - meme.Paid, meme.Gain, 9);
        Assert.True(meme.Liquidation < meme.Spot);
    }

    [Fact]
    public void of_a_name_that_nobody_has_is_none() => Assert.Null(PortraitReader.Of(run, "herd-999"));

    public void Dispose() => root.Dispose();

    private long Count(string table)
    {
        using var connection = run.OpenDatabase();
        using var command = new SqliteCommand($"SELECT count(*) FROM {table} WHERE account = 3", connection);
        return (long)command.ExecuteScalar()!;
    }
}
