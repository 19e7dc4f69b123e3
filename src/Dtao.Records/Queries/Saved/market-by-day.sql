-- The market by day: sum of prices, root stake, trades and refusals, and TAO bought and sold.
SELECT (block - (SELECT min(block) FROM blocks) - 1) / 7200 AS day, max(block) AS block, avg(price_sum_tao_per_alpha) AS mean_price_sum, max(root_staked_rao) / 1e9 AS root_tao,
       sum(trades) AS trades, sum(refusals) AS refusals, sum(bought_tao_rao) / 1e9 AS bought_tao, sum(sold_tao_rao) / 1e9 AS sold_tao
FROM blocks GROUP BY day ORDER BY day;
