-- Who held most of a subnet's alpha at the end, as a share of all alpha outside its pool.
SELECT netuid, name, strategy, alpha_rao / 1e9 AS alpha, 1.0 * alpha_rao / alpha_out_rao AS share
FROM holdings JOIN pools USING (netuid) JOIN agents USING (account)
WHERE pools.block = (SELECT max(block) FROM blocks) AND netuid = ifnull($netuid, netuid) AND alpha_out_rao > 0
ORDER BY share DESC, netuid, name LIMIT ifnull($top, 20);
