-- What each strategy made of its wealth and of what it brought in from outside, in liquidation value and what it paid outside: median, mean and the best and worst agent.
WITH crossed AS (
    SELECT account, sum(tao_rao * (side = 'deposit')) AS deposited, sum(tao_rao * (side = 'withdraw')) AS withdrawn FROM transfers GROUP BY account),
put AS (
    SELECT strategy, start_liquidation_rao + ifnull(deposited, 0) AS put_in, end_liquidation_rao + ifnull(withdrawn, 0) AS got_out FROM agents LEFT JOIN crossed USING (account)),
returns AS (
    SELECT strategy, 1.0 * got_out / put_in - 1 AS gain,
           row_number() OVER (PARTITION BY strategy ORDER BY 1.0 * got_out / put_in) AS place, count(*) OVER (PARTITION BY strategy) AS agents
    FROM put WHERE put_in > 0 AND got_out IS NOT NULL)
SELECT strategy, max(agents) AS agents, avg(CASE WHEN place IN ((agents + 1) / 2, agents / 2 + 1) THEN gain END) AS median_return,
       avg(gain) AS mean_return, min(gain) AS worst_return, max(gain) AS best_return
FROM returns GROUP BY strategy ORDER BY median_return DESC, strategy;
