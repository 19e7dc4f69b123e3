-- What validators earned: liquidation value gained, and in how many epochs each had most of the active stake.
SELECT name, strategy, start_liquidation_rao / 1e9 AS start_tao, end_liquidation_rao / 1e9 AS end_tao, (end_liquidation_rao - start_liquidation_rao) / 1e9 AS gain_tao,
       1.0 * end_liquidation_rao / start_liquidation_rao - 1 AS return_fraction, ifnull(epochs_on_top, 0) AS epochs_on_top
FROM agents LEFT JOIN (SELECT top_validator AS account, count(*) AS epochs_on_top FROM epochs GROUP BY top_validator) USING (account)
WHERE role IN ('validator', 'foundation') ORDER BY gain_tao DESC, name LIMIT ifnull($top, 20);
