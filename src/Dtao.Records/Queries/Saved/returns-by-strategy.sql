-- What each strategy made of its wealth, in liquidation value: median, mean and the best and worst agent.
WITH returns AS (
    SELECT strategy, 1.0 * end_liquidation_rao / start_liquidation_rao - 1 AS gain,
           row_number() OVER (PARTITION BY strategy ORDER BY 1.0 * end_liquidation_rao / start_liquidation_rao) AS place, count(*) OVER (PARTITION BY strategy) AS agents
    FROM agents WHERE start_liquidation_rao > 0 AND end_liquidation_rao IS NOT NULL)
SELECT strategy, max(agents) AS agents, avg(CASE WHEN place IN ((agents + 1) / 2, agents / 2 + 1) THEN gain END) AS median_return,
       avg(gain) AS mean_return, min(gain) AS worst_return, max(gain) AS best_return
FROM returns GROUP BY strategy ORDER BY median_return DESC, strategy;
