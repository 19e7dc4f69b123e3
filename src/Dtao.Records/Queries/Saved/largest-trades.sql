-- The trades that moved most TAO, with the ids by which they can be looked up.
SELECT block, netuid, name, strategy, side, tao_rao / 1e9 AS tao, alpha_rao / 1e9 AS alpha, id, cause
FROM (SELECT * FROM trades WHERE ($netuid IS NULL OR netuid = $netuid) AND +netuid > 0 AND side <> 'redelegate' ORDER BY tao_rao DESC LIMIT ifnull($top, 20))
JOIN agents USING (account) ORDER BY tao DESC, id;
