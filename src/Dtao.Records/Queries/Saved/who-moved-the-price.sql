-- Who moved the price of a subnet: agents by the TAO they bought and sold for, the largest sum first; of the one that rose most in a pump where none is named.
SELECT netuid, name, strategy, bought_tao, sold_tao, bought_tao - sold_tao AS net_tao, trades, first_block, last_block
FROM (
    SELECT netuid, account, sum(tao_rao * (side = 'buy')) / 1e9 AS bought_tao, sum(tao_rao * (side = 'sell')) / 1e9 AS sold_tao,
           count(*) AS trades, min(block) AS first_block, max(block) AS last_block
    FROM trades WHERE netuid = ifnull($netuid, (SELECT netuid FROM detections WHERE kind = 'pump' ORDER BY value DESC, from_block LIMIT 1)) AND side <> 'redelegate' GROUP BY netuid, account
    ORDER BY sum(tao_rao) DESC LIMIT ifnull($top, 20))
JOIN agents USING (account)
ORDER BY bought_tao + sold_tao DESC, name;
