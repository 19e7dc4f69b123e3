using System.Collections.Immutable;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Portraits;

/// <summary>What an agent has done on each subnet, in order, and what it has left there.</summary>
internal static class PositionReader
{
    public static ImmutableArray<Position> Of(SqliteConnection run, int account, bool isEnded)
    {
        var own = ("$account", (object)account);
        var trades = run.Ask(
            "SELECT netuid, side, tao_rao, alpha_rao FROM trades WHERE account = $account AND side <> 'redelegate' ORDER BY rowid",
            row => new Trade(row.GetInt32(0), row.GetString(1) == "buy", row.GetInt64(2) / Rao.PerCoin, row.GetInt64(3) / Rao.PerCoin), own).ToLookup(trade => trade.Netuid);
        var sales = run.Has("subnet_sales")
            ? "UNION ALL SELECT netuid, tao_rao FROM subnet_sales WHERE account = $account UNION ALL SELECT netuid, -tao_rao FROM subnet_sales WHERE seller = $account"
            : "";
        var places = run.Ask(
            $"SELECT netuid, sum(tao_rao) FROM (SELECT netuid, tao_rao FROM registrations WHERE account = $account {sales}) GROUP BY netuid", row => (Netuid: row.GetInt32(0), Tao: row.GetInt64(1) / Rao.PerCoin), own).ToDictionary(row => row.Netuid, row => row.Tao);
        var held = run.Ask("SELECT netuid, alpha_rao FROM holdings WHERE account = $account", row => (Netuid: row.GetInt32(0), Alpha: row.GetInt64(1) / Rao.PerCoin), own).ToDictionary(row => row.Netuid, row => row.Alpha);
        var pools = run.Ask(
            "SELECT netuid, tao_reserve_rao, alpha_reserve_rao FROM pools WHERE block = (SELECT max(block) FROM pools)", row => (Netuid: row.GetInt32(0), Pool: new LastPool(row.GetInt64(1) / Rao.PerCoin, row.GetInt64(2) / Rao.PerCoin))).ToDictionary(row => row.Netuid, row => row.Pool);
        return
        [
            .. trades.Select(subnet => subnet.Key).Concat(places.Keys).Concat(held.Keys).Distinct().Order()
                .Select(netuid => Of(netuid, [.. trades[netuid]], places.GetValueOrDefault(netuid), isEnded ? held.GetValueOrDefault(netuid) : double.NaN, pools.GetValueOrDefault(netuid))),
        ];
    }

    private static Position Of(int netuid, Trade[] trades, double places, double held, LastPool? pool)
    {
        var basis = new CostBasis();
        foreach (var trade in trades)
            if (trade.IsBuy) basis.Buy(trade.Alpha, trade.Tao);
            else basis.Sell(trade.Alpha, trade.Tao);
        var (bought, sold) = (trades.Where(trade => trade.IsBuy).ToArray(), trades.Where(trade => !trade.IsBuy).ToArray());
        return new Position(
            netuid, bought.Sum(trade => trade.Alpha), bought.Sum(trade => trade.Tao), sold.Sum(trade => trade.Alpha), sold.Sum(trade => trade.Tao), places,
            basis.Realised, held, basis.Cost, netuid == 0 ? held : held * (pool?.Price ?? double.NaN), netuid == 0 ? held : pool?.Proceeds(held) ?? double.NaN);
    }

    private sealed record Trade(int Netuid, bool IsBuy, double Tao, double Alpha);

    private sealed record LastPool(double Tao, double Alpha)
    {
        public double Price => Tao / Alpha;

        /// <summary>τ·a ÷ (α + a), the constant product, before the flat fee.</summary>
        public double Proceeds(double sold) => Tao * sold / (Alpha + sold);
    }
}
