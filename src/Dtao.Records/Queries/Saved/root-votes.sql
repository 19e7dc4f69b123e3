-- Who votes for whom on root: the mean share that each strategy's last votes give to each kind of subnet; root's own share is not made.
WITH kind AS (
    SELECT netuid, kind FROM kinds AS k WHERE block = (SELECT max(block) FROM kinds WHERE netuid = k.netuid)),
last AS (
    SELECT account, netuid, share FROM root_votes AS v WHERE block = (SELECT max(block) FROM root_votes WHERE account = v.account))
SELECT strategy, CASE WHEN netuid = 0 THEN 'root' ELSE coalesce(nullif(kind, ''), 'other') END AS gives_to,
       sum(share) / (SELECT count(DISTINCT o.account) FROM last AS o JOIN agents AS b USING (account) WHERE b.strategy = a.strategy) AS share,
       count(DISTINCT netuid) AS subnets, count(DISTINCT account) AS validators
FROM last JOIN agents AS a USING (account) LEFT JOIN kind USING (netuid) GROUP BY strategy, gives_to ORDER BY strategy, share DESC;
