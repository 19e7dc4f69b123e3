-- Who votes for whom on root: the mean share that each strategy's last votes give to each kind of subnet; root's own share is not made.
WITH now AS (
    SELECT netuid, kind AS now_kind FROM kinds AS k WHERE block = (SELECT max(block) FROM kinds WHERE netuid = k.netuid)),
last AS (
    SELECT account, strategy, netuid, share FROM root_votes AS v JOIN agents USING (account) WHERE block = (SELECT max(block) FROM root_votes WHERE account = v.account)),
voters AS (
    SELECT strategy, count(DISTINCT account) AS voters FROM last GROUP BY strategy)
SELECT strategy, CASE WHEN netuid = 0 THEN 'root' ELSE coalesce(nullif(now_kind, ''), 'other') END AS gives_to, sum(share) / voters AS share,
       count(DISTINCT netuid) AS subnets, voters AS validators
FROM last JOIN voters USING (strategy) LEFT JOIN now USING (netuid) GROUP BY strategy, gives_to ORDER BY strategy, share DESC;
