using Dtao.Protocol.Units;
using Microsoft.Data.Sqlite;

namespace Dtao.Fixtures;

/// <summary>The database of a run whose every figure is written by hand: two subnets, 1 and 28, sampled by the hour. The second is taken over where a test says when.</summary>
internal sealed record WrittenRun
{
    public const long First = 4_920_351, Hour = Block.PerHour, Day = Block.PerDay;

    public required int Hours { get; init; }

    /// <summary>TAO per alpha of the second subnet, by the hour; the first stays at 0.5.</summary>
    public Func<int, double> Price { get; init; } = _ => 0.5;

    /// <summary>TAO injected into the second subnet, rao; the first gets 300.</summary>
    public Func<int, long> Emission { get; init; } = _ => 100;

    /// <summary>TAO bought with since the hour before; as much is sold for on every second hour.</summary>
    public int BoughtTao { get; init; } = 10;

    /// <summary>Blocks since genesis.</summary>
    public long? Takeover { get; init; }

    /// <summary>When, in blocks since genesis, the foundation says that it has how much of the stake weight, and pays for selling.</summary>
    public (long Block, double Share)[] Foundation { get; init; } = [];

    /// <summary>Of what kind a subnet is from when on, in blocks since genesis.</summary>
    public (long Block, int Netuid, string Kind)[] Kinds { get; init; } = [];

    /// <summary>What the owner of a subnet posts, TAO a day, and when.</summary>
    public (long Block, int Netuid, double Revenue, double Output)[] Businesses { get; init; } = [];

    /// <summary>Swaps, TAO with fees included where one buys and off where one sells; blocks since genesis.</summary>
    public (long Block, int Netuid, string Side, double Tao, double Fee)[] Trades { get; init; } = [];

    /// <summary>TAO that epochs pay to root; blocks since genesis.</summary>
    public (long Block, int Netuid, double Tao)[] RootDividends { get; init; } = [];

    /// <summary>Kinds, each once for every time.</summary>
    public string[] Detections { get; init; } = [];

    public string[] Events { get; init; } = [];

    /// <summary>Writes it into a new folder below another, and says where.</summary>
    public string Below(string root, string name = "written")
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        using var run = new SqliteConnection($"Data Source={Path.Combine(folder, "run.db")};Pooling=False");
        run.Open();
        using var writing = run.BeginTransaction();
        foreach (var sql in Statements())
        {
            using var command = run.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        writing.Commit();
        return folder;
    }

    private IEnumerable<string> Statements() =>
    [
        """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
        CREATE TABLE agents (account INTEGER PRIMARY KEY, name TEXT, cohort TEXT, role TEXT, strategy TEXT, end_liquidation_rao INTEGER, start_liquidation_rao INTEGER);
        CREATE TABLE blocks (block INTEGER PRIMARY KEY, issued_rao, root_staked_rao, free_rao, dust_rao, price_sum_tao_per_alpha, trades, refusals, bought_tao_rao, sold_tao_rao);
        CREATE TABLE pools (block, netuid, tao_reserve_rao, alpha_reserve_rao, alpha_out_rao, staked_alpha_rao, price_tao_per_alpha REAL, moving_price_tao_per_alpha, tao_emission_rao, cap_binds);
        CREATE TABLE prices (block, netuid, price_tao_per_alpha REAL);
        CREATE TABLE holdings (account, netuid, alpha_rao);
        CREATE TABLE postings (block, account, netuid, topic, value);
        CREATE TABLE detections (id INTEGER PRIMARY KEY, kind TEXT);
        CREATE TABLE events (block, kind TEXT);
        CREATE TABLE kinds (block, netuid, kind TEXT);
        CREATE TABLE businesses (block, netuid, revenue_tao_a_day REAL, output_tao_a_day REAL);
        CREATE TABLE epochs (block, netuid, root_dividends_tao_rao);
        CREATE TABLE trades (block, netuid, side TEXT, tao_rao, fee_rao);
        INSERT INTO meta VALUES ('tao_weight', '0.5'), ('kappa', '0.5'), ('lent_to_first', '0.5');
        INSERT INTO agents VALUES (1, 'foundation', 'foundation', 'foundation', 'intervene', 0, 0), (2, 'owner', 'owner', 'owner', 'takeover', 0, 0);
        """,
        .. Enumerable.Range(0, Hours + 1).SelectMany(Sample),
        .. Takeover is { } taken ? [FormattableString.Invariant($"INSERT INTO postings VALUES ({First + taken}, 2, 28, 'PayForHolding', 1)")] : Array.Empty<string>(),
        .. Foundation.SelectMany(said => new[]
        {
            FormattableString.Invariant($"INSERT INTO postings VALUES ({First + said.Block}, 1, 28, 'StakeShare', {said.Share})"),
            FormattableString.Invariant($"INSERT INTO postings VALUES ({First + said.Block}, 1, 28, 'PayForSelling', 1)"),
        }),
        .. Kinds.Select(told => FormattableString.Invariant($"INSERT INTO kinds VALUES ({First + told.Block}, {told.Netuid}, '{told.Kind}')")),
        .. Businesses.Select(told => FormattableString.Invariant($"INSERT INTO businesses VALUES ({First + told.Block}, {told.Netuid}, {told.Revenue}, {told.Output})")),
        .. Trades.Select(swap => FormattableString.Invariant($"INSERT INTO trades VALUES ({First + swap.Block}, {swap.Netuid}, '{swap.Side}', {swap.Tao * 1e9}, {swap.Fee * 1e9})")),
        .. RootDividends.Select(paid => FormattableString.Invariant($"INSERT INTO epochs VALUES ({First + paid.Block}, {paid.Netuid}, {paid.Tao * 1e9})")),
        .. Detections.Select(kind => $"INSERT INTO detections (kind) VALUES ('{kind}')"),
        .. Events.Select(kind => $"INSERT INTO events VALUES (0, '{kind}')"),
    ];

    /// <summary>1,000 TAO and 10,000 alpha in each pool, 10,000 alpha out, half of them staked; of 4,000 TAO a fourth on root.</summary>
    private IEnumerable<string> Sample(int hour)
    {
        var block = First + hour * Hour;
        var (bought, sold) = hour == 0 ? (0, 0) : (BoughtTao, hour % 2 == 0 ? BoughtTao : 0);
        yield return FormattableString.Invariant($"INSERT INTO blocks VALUES ({block}, 4000e9, 1000e9, 500e9, 0, {0.5 + Price(hour)}, {(hour == 0 ? 0 : 3)}, {hour % 2}, {bought}000000000, {sold}000000000)");
        yield return FormattableString.Invariant($"INSERT INTO pools VALUES ({block}, 1, 1000e9, 10000e9, 10000e9, 5000e9, 0.5, 0.5, 300, 0)");
        yield return FormattableString.Invariant($"INSERT INTO pools VALUES ({block}, 28, 1000e9, 10000e9, 10000e9, 5000e9, {Price(hour)}, {Price(hour)}, {Emission(hour)}, {(Price(hour) > 1 ? 1 : 0)})");
        yield return FormattableString.Invariant($"INSERT INTO prices VALUES ({block}, 1, 0.5), ({block}, 28, {Price(hour)})");
    }
}
