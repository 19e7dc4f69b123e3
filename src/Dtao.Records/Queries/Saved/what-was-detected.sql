-- What the detectors found, the largest of each kind first.
SELECT id, kind, netuid, from_block, to_block, value, text
FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY value DESC, from_block) AS place FROM detections WHERE netuid = ifnull($netuid, netuid))
WHERE place <= ifnull($top, 5) ORDER BY kind, place;
