-- Who set the consensus: per subnet the validator that was above kappa in most epochs, and how far its weights were from the others'.
SELECT netuid, name, count(*) AS epochs, sum(top_share > kappa) AS epochs_above_kappa, max(top_share) AS largest_share, avg(top_apart) AS mean_apart, max(incentive_moved) AS largest_move
FROM epochs JOIN agents ON agents.account = top_validator, (SELECT CAST(value AS REAL) AS kappa FROM meta WHERE key = 'kappa')
WHERE netuid = ifnull($netuid, netuid)
GROUP BY netuid, top_validator ORDER BY epochs_above_kappa DESC, mean_apart DESC, netuid LIMIT ifnull($top, 20);
