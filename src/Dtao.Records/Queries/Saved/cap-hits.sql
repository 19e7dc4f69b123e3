-- Where the injection cap bound for longest, and how much TAO went in beyond the balance.
SELECT netuid, count(*) AS times, sum(to_block - from_block + 1) AS blocks, max(to_block - from_block + 1) AS longest_blocks,
       sum(json_extract(evidence, '$.tao_beyond')) AS tao_beyond, min(from_block) AS first_block, max(to_block) AS last_block
FROM detections WHERE kind = 'cap-hit' AND netuid = ifnull($netuid, netuid)
GROUP BY netuid ORDER BY blocks DESC, netuid LIMIT ifnull($top, 20);
