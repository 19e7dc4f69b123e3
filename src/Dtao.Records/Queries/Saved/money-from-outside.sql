-- Who brought TAO in from outside and who paid it out, by strategy.
SELECT strategy, count(DISTINCT account) AS agents, sum(tao_rao * (side = 'deposit')) / 1e9 AS deposited_tao, sum(tao_rao * (side = 'withdraw')) / 1e9 AS withdrawn_tao
FROM transfers JOIN agents USING (account) GROUP BY strategy ORDER BY deposited_tao + withdrawn_tao DESC, strategy;
