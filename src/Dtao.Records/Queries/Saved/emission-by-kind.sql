-- Who captures the emission: what each kind of subnet was given over the samples, what it earned outside and what its work was worth to others.
WITH told AS (
    SELECT block, netuid, kind, lead(block, 1, (SELECT max(block) + 1 FROM blocks)) OVER (PARTITION BY netuid ORDER BY block) AS until FROM kinds),
business AS (
    SELECT block, netuid, revenue_tao_a_day, output_tao_a_day, lead(block, 1, (SELECT max(block) + 1 FROM blocks)) OVER (PARTITION BY netuid ORDER BY block) AS until
    FROM businesses WHERE output_tao_a_day IS NOT NULL),
held AS (
    SELECT block, block - lag(block, 1, block) OVER (ORDER BY block) AS blocks FROM blocks),
given AS (
    SELECT kind, netuid, blocks, 1.0 * blocks * tao_emission_rao AS given_rao
    FROM pools JOIN held USING (block) JOIN told USING (netuid) WHERE pools.block >= told.block AND pools.block < told.until),
earned AS (
    SELECT kind, sum(revenue_tao_a_day * span / 7200.0) AS revenue_tao, sum(output_tao_a_day * span / 7200.0) AS output_tao
    FROM (SELECT kind, revenue_tao_a_day, output_tao_a_day, min(business.until, told.until) - max(business.block, told.block) AS span
          FROM business JOIN told USING (netuid) WHERE business.block < told.until AND business.until > told.block) GROUP BY kind)
SELECT kind, count(DISTINCT netuid) AS subnets, sum(given_rao) / 1e9 AS emission_tao, sum(given_rao) / (SELECT sum(given_rao) FROM given) AS emission_share,
       revenue_tao, output_tao, output_tao / (sum(given_rao) / 1e9) AS output_per_tao
FROM given LEFT JOIN earned USING (kind) WHERE kind <> '' GROUP BY kind ORDER BY emission_tao DESC, kind;
