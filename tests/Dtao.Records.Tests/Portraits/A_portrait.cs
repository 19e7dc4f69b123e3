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
        var (fills, refusals) = (Count("trades") + Count("transfers") + Count("decisions"), Count("refusals"));
        Assert.InRange(fills, 20, 400);
        Assert.Equal(fills + refusals, herd.Orders.Sum(order => order.Count));
        Assert.Equal(fills + refusals, herd.Moments.Length);
        Assert.Equal(herd.Moments.Select(moment => moment.Block).Order(), herd.Moments.Select(moment => moment.Block));
    }

    [Fact]
    public void counts_what_crossed_the_border_as_put_in_and_got_out()
    {
        var (brought, paid) = (Sum("deposit"), Sum("withdraw"));
        Assert.True(brought > 0 && paid > 0);
        Assert.Equal((brought, paid), (herd.BroughtIn, herd.PaidOutside));
        Assert.Equal((herd.EndTao + paid) / (herd.StartTao + brought) - 1, herd.Return, 12);
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

    [Fact]
    public void tells_what_else_it_decided_but_sets_of_weights_in_their_number_only()
    {
        Do("INSERT INTO decisions SELECT block, 3, 28, 'WeightsSet', 'e' || (900000 + rowid), NULL, id, NULL FROM trades WHERE rowid <= 5",
            "INSERT INTO decisions VALUES (4920400, 3, 28, 'SubnetStarted', 'e900006', NULL, 'o1', NULL)");
        var told = PortraitReader.Of(run, "herd-3")!;
        Assert.Equal(5, told.Orders.Single(order => order is { Kind: "setweights", Became: "done" }).Count);
        Assert.Equal(1, told.Orders.Single(order => order is { Kind: "startsubnet", Became: "done" }).Count);
        Assert.Equal("started the subnet", Assert.Single(told.Moments.ExceptBy(herd.Moments.Select(moment => moment.Id), moment => moment.Id)).What);
    }

    [Fact]
    public void has_the_price_of_a_subnet_on_both_sides()
    {
        Do("INSERT INTO decisions VALUES (4920400, 3, 28, 'SubnetSold', 'e900001', NULL, 'o1', NULL)", "INSERT INTO subnet_sales VALUES (4920400, 3, 2, 28, 30000000000, 'e900001')");
        var (buyer, seller) = (PortraitReader.Of(run, "herd-3")!, PortraitReader.Of(run, "calm-2")!);
        Assert.Equal(Gain(herd) - 30, Gain(buyer), 9);
        Assert.Equal(Gain(PortraitReader.Of(Other, "calm-2")!) + 30, Gain(seller), 9);
        Assert.Contains(buyer.Moments, moment => moment is { What: "bought the subnet of calm-2", Tao: 30, Netuid: 28 });
        Assert.Contains(seller.Moments, moment => moment is { What: "sold the subnet to herd-3", Tao: 30, Netuid: 28 });
    }

    public void Dispose() => root.Dispose();

    private RunReader Other => RunReader.Open(new SmallRun().Record(root, name: "other"));

    private static double Gain(Portrait of) => of.Positions.Single(position => position.Netuid == 28).Gain;

    private double Sum(string side)
    {
        using var connection = run.OpenDatabase();
        using var command = new SqliteCommand($"SELECT sum(tao_rao) / 1e9 FROM transfers WHERE account = 3 AND side = '{side}'", connection);
        return (double)command.ExecuteScalar()!;
    }

    private void Do(params string[] commands)
    {
        using var connection = new SqliteConnection($"Data Source={run.PathOf("run.db")};Pooling=False");
        connection.Open();
        foreach (var sql in commands)
        {
            using var command = new SqliteCommand(sql, connection);
            Assert.True(command.ExecuteNonQuery() > 0);
        }
    }

    private long Count(string table)
    {
        using var connection = run.OpenDatabase();
        using var command = new SqliteCommand($"SELECT count(*) FROM {table} WHERE account = 3", connection);
        return (long)command.ExecuteScalar()!;
    }
}
