-- Who sold to whom: what strategies sold in an hour, divided among those that bought in the same hour by what they bought; on the subnet that rose most in a pump where none is named.
WITH flow AS (
    SELECT netuid, block / 300 AS hour, strategy, sum(tao_rao * (side = 'buy')) AS bought, sum(tao_rao * (side = 'sell')) AS sold
    FROM (SELECT netuid, block, account, side, tao_rao FROM trades WHERE netuid = ifnull($netuid, (SELECT netuid FROM detections WHERE kind = 'pump' ORDER BY value DESC, from_block LIMIT 1)) AND side <> 'redelegate') JOIN agents USING (account)
    GROUP BY netuid, hour, strategy),
total AS (SELECT netuid, hour, sum(bought) AS all_bought FROM flow GROUP BY netuid, hour)
SELECT seller.strategy AS seller, buyer.strategy AS buyer, sum(1.0 * seller.sold * buyer.bought / all_bought) / 1e9 AS tao
FROM flow AS seller JOIN total USING (netuid, hour) JOIN flow AS buyer USING (netuid, hour)
WHERE seller.sold > 0 AND buyer.bought > 0 AND all_bought > 0
GROUP BY seller.strategy, buyer.strategy ORDER BY tao DESC, seller, buyer LIMIT ifnull($top, 20);
