-- Which subnets the TAO went to: share of all TAO injected over the samples, and where each stood at the end.
WITH share AS (
    SELECT netuid, avg(1.0 * tao_emission_rao / injected) AS mean_share, max(1.0 * tao_emission_rao / injected) AS largest_share
    FROM pools JOIN (SELECT block, sum(tao_emission_rao) AS injected FROM pools GROUP BY block) USING (block) WHERE injected > 0 GROUP BY netuid)
SELECT netuid, mean_share, largest_share, tao_emission_rao / 1e9 AS last_tao_a_block, price_tao_per_alpha, moving_price_tao_per_alpha, tao_reserve_rao / 1e9 AS tao_reserve
FROM share JOIN pools USING (netuid) WHERE block = (SELECT max(block) FROM blocks) AND netuid = ifnull($netuid, netuid)
ORDER BY mean_share DESC, netuid LIMIT ifnull($top, 20);
