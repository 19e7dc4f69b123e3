-- Which orders were refused, why, and whose they were.
SELECT reason, command, strategy, count(*) AS refusals, count(DISTINCT account) AS agents, min(block) AS first_block, max(block) AS last_block
FROM refusals LEFT JOIN agents USING (account) WHERE netuid = ifnull($netuid, netuid)
GROUP BY reason, command, strategy ORDER BY refusals DESC, reason, command, strategy LIMIT ifnull($top, 20);
