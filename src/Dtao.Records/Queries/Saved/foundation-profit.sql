-- What the foundation gained: liquidation value at the end less that at the start, and what it traded.
SELECT name, start_liquidation_rao / 1e9 AS start_tao, end_liquidation_rao / 1e9 AS end_tao, (end_liquidation_rao - start_liquidation_rao) / 1e9 AS gain_tao,
       1.0 * end_liquidation_rao / start_liquidation_rao - 1 AS return_fraction,
       ifnull(bought_tao, 0) AS bought_tao, ifnull(sold_tao, 0) AS sold_tao
FROM agents LEFT JOIN (
    SELECT account, sum(tao_rao * (side = 'buy')) / 1e9 AS bought_tao, sum(tao_rao * (side = 'sell')) / 1e9 AS sold_tao
    FROM trades WHERE account IN (SELECT account FROM agents WHERE role = 'foundation') AND side <> 'redelegate' GROUP BY account) USING (account)
WHERE role = 'foundation' ORDER BY name;
