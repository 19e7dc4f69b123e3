-- What it takes, by pencil, to buy each subnet up to a tenth of the emission by its price: k = reserve · (√(p* ÷ p) − 1), nobody else trading.
SELECT netuid, tao_reserve_rao / 1e9 AS tao_reserve, price_tao_per_alpha, 1.0 * tao_emission_rao / nullif(given_rao, 0) AS emission_share,
       tao_reserve_rao / 1e9 * max(0, sqrt((moving - moving_price_tao_per_alpha) / 9 / price_tao_per_alpha) - 1) AS cost_tao
FROM pools JOIN (SELECT block, sum(moving_price_tao_per_alpha) AS moving, sum(tao_emission_rao) AS given_rao FROM pools GROUP BY block) USING (block)
WHERE block = (SELECT max(block) FROM blocks) AND netuid = ifnull($netuid, netuid) ORDER BY cost_tao, netuid LIMIT ifnull($top, 20);
