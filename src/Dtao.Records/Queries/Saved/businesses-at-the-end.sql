-- What each owner last said of its business, beside the subnet's price and its share of the emission at the end.
SELECT netuid, (SELECT kind FROM kinds WHERE kinds.netuid = pools.netuid ORDER BY kinds.block DESC LIMIT 1) AS kind, price_tao_per_alpha,
       1.0 * tao_emission_rao / (SELECT sum(tao_emission_rao) FROM pools AS other WHERE other.block = pools.block) AS emission_share,
       usefulness_rao_a_day / 1e9 AS usefulness_tao_a_day, revenue_tao_a_day, output_tao_a_day, attention_tao_a_day, buy_back_tao_a_day, burn
FROM pools LEFT JOIN (
    SELECT netuid, max(block) AS said, revenue_tao_a_day, output_tao_a_day, attention_tao_a_day, buy_back_tao_a_day, burn FROM businesses GROUP BY netuid) USING (netuid)
WHERE block = (SELECT max(block) FROM blocks) AND netuid = ifnull($netuid, netuid) ORDER BY emission_share DESC, netuid LIMIT ifnull($top, 40);
