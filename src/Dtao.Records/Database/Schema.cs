namespace Dtao.Records.Database;

/// <summary>The tables of run.db. Units end a column's name; rao are integers. Account numbers are those of <c>agents.account</c>.</summary>
internal static class Schema
{
    public const int Version = 5;

    /// <summary>
    /// Write-ahead, so that a reader never blocks the writer and a killed run opens at its last transaction.
    /// The disk is waited for once, at the end: a power cut costs a partial run, which nobody takes for a whole one.
    /// Sorting stays in memory, because a run writes in its own folder only.
    /// </summary>
    public const string Pragmas = """
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = OFF;
        PRAGMA temp_store = MEMORY;
        """;

    public const string Tables = """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE agents (
            account INTEGER PRIMARY KEY, name TEXT NOT NULL, cohort TEXT NOT NULL, role TEXT NOT NULL, strategy TEXT NOT NULL,
            start_liquidation_rao INTEGER, start_spot_rao INTEGER, end_liquidation_rao INTEGER, end_spot_rao INTEGER,
            kind TEXT);
        CREATE TABLE blocks (
            block INTEGER PRIMARY KEY, issued_rao INTEGER NOT NULL, root_staked_rao INTEGER NOT NULL, free_rao INTEGER NOT NULL, dust_rao INTEGER NOT NULL,
            price_sum_tao_per_alpha REAL NOT NULL, trades INTEGER NOT NULL, refusals INTEGER NOT NULL,
            bought_tao_rao INTEGER NOT NULL, sold_tao_rao INTEGER NOT NULL);
        CREATE TABLE pools (
            block INTEGER NOT NULL, netuid INTEGER NOT NULL, tao_reserve_rao INTEGER NOT NULL, alpha_reserve_rao INTEGER NOT NULL,
            alpha_out_rao INTEGER NOT NULL, staked_alpha_rao INTEGER NOT NULL, price_tao_per_alpha REAL NOT NULL, moving_price_tao_per_alpha REAL NOT NULL,
            tao_emission_rao INTEGER NOT NULL, cap_binds INTEGER NOT NULL, usefulness_rao_a_day INTEGER NOT NULL, chain_buy_rao INTEGER NOT NULL,
            protocol_alpha_rao INTEGER NOT NULL, user_flow_rao REAL, protocol_flow_rao REAL, miner_burned REAL NOT NULL, PRIMARY KEY (block, netuid)) WITHOUT ROWID;
        CREATE TABLE kinds (block INTEGER NOT NULL, netuid INTEGER NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (block, netuid)) WITHOUT ROWID;
        CREATE TABLE prices (
            block INTEGER NOT NULL, netuid INTEGER NOT NULL, price_tao_per_alpha REAL NOT NULL, PRIMARY KEY (block, netuid)) WITHOUT ROWID;
        CREATE TABLE holdings (account INTEGER NOT NULL, netuid INTEGER NOT NULL, alpha_rao INTEGER NOT NULL, PRIMARY KEY (account, netuid)) WITHOUT ROWID;
        CREATE TABLE trades (
            block INTEGER NOT NULL, account INTEGER NOT NULL, netuid INTEGER NOT NULL, side TEXT NOT NULL,
            tao_rao INTEGER NOT NULL, alpha_rao INTEGER NOT NULL, fee_rao INTEGER NOT NULL, partial INTEGER NOT NULL,
            id TEXT NOT NULL, cause TEXT, root TEXT NOT NULL, prompt TEXT);
        CREATE TABLE refusals (
            block INTEGER NOT NULL, account INTEGER NOT NULL, netuid INTEGER NOT NULL, command TEXT NOT NULL, reason TEXT NOT NULL,
            id TEXT NOT NULL, cause TEXT, root TEXT NOT NULL, prompt TEXT);
        CREATE TABLE decisions (
            block INTEGER NOT NULL, account INTEGER NOT NULL, netuid INTEGER NOT NULL, kind TEXT NOT NULL,
            id TEXT NOT NULL, cause TEXT, root TEXT NOT NULL, prompt TEXT);
        CREATE TABLE root_votes (
            block INTEGER NOT NULL, account INTEGER NOT NULL, netuid INTEGER NOT NULL, share REAL NOT NULL, id TEXT NOT NULL);
        CREATE TABLE subnet_sales (
            block INTEGER NOT NULL, account INTEGER NOT NULL, seller INTEGER NOT NULL, netuid INTEGER NOT NULL, tao_rao INTEGER NOT NULL, id TEXT NOT NULL);
        CREATE TABLE transfers (
            block INTEGER NOT NULL, account INTEGER NOT NULL, side TEXT NOT NULL, tao_rao INTEGER NOT NULL,
            id TEXT NOT NULL, cause TEXT, root TEXT NOT NULL, prompt TEXT);
        CREATE TABLE registrations (
            block INTEGER NOT NULL, account INTEGER NOT NULL, netuid INTEGER NOT NULL, uid INTEGER NOT NULL, tao_rao INTEGER NOT NULL,
            replaced INTEGER, id TEXT NOT NULL, cause TEXT, root TEXT NOT NULL, prompt TEXT);
        CREATE TABLE dissolutions (
            block INTEGER NOT NULL, netuid INTEGER NOT NULL, paid_tao_rao INTEGER NOT NULL, withheld_tao_rao INTEGER NOT NULL, holders INTEGER NOT NULL,
            id TEXT NOT NULL, cause TEXT, root TEXT NOT NULL);
        CREATE TABLE postings (
            block INTEGER NOT NULL, account INTEGER NOT NULL, netuid INTEGER NOT NULL, topic TEXT NOT NULL, value REAL,
            id TEXT NOT NULL, cause TEXT, root TEXT NOT NULL);
        CREATE TABLE epochs (
            block INTEGER NOT NULL, netuid INTEGER NOT NULL, incentive_alpha_rao INTEGER NOT NULL, dividends_alpha_rao INTEGER NOT NULL,
            owner_cut_alpha_rao INTEGER NOT NULL, root_dividends_tao_rao INTEGER NOT NULL, dust_alpha_rao INTEGER NOT NULL,
            top_validator INTEGER, top_share REAL NOT NULL, top_apart REAL, incentive_moved REAL NOT NULL,
            id TEXT NOT NULL, cause TEXT, root TEXT NOT NULL);
        CREATE TABLE events (
            block INTEGER NOT NULL, level TEXT NOT NULL, kind TEXT NOT NULL, netuid INTEGER, agent TEXT, text TEXT NOT NULL,
            id TEXT NOT NULL, cause TEXT, root TEXT NOT NULL);
        CREATE TABLE detections (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, netuid INTEGER, account INTEGER, from_block INTEGER NOT NULL, to_block INTEGER NOT NULL,
            value REAL NOT NULL, text TEXT NOT NULL, evidence TEXT NOT NULL);
        CREATE VIEW businesses AS
            SELECT block, netuid, account, max(value) FILTER (WHERE topic = 'Revenue') AS revenue_tao_a_day, max(value) FILTER (WHERE topic = 'Output') AS output_tao_a_day,
                max(value) FILTER (WHERE topic = 'Attention') AS attention_tao_a_day,
                max(value) FILTER (WHERE topic = 'BuyBack') AS buy_back_tao_a_day, max(value) FILTER (WHERE topic = 'Burn') AS burn
            FROM postings JOIN agents USING (account) WHERE topic IN ('Revenue', 'Output', 'Attention', 'BuyBack', 'Burn') AND role = 'owner' GROUP BY block, netuid, account;
        """;

    /// <summary>
    /// Those that the program's own questions need, built when the tables are full, which costs less than keeping them up to date.
    /// Half a million trades are read through in a blink, and sorting them by account or name would cost a run more than its trades did.
    /// </summary>
    public const string Indices = """
        CREATE INDEX pools_by_netuid ON pools (netuid, block);
        CREATE INDEX trades_by_netuid ON trades (netuid, block);
        CREATE INDEX epochs_by_netuid ON epochs (netuid, block);
        """;

    /// <summary>Moves everything into the one file and onto the disk. A reader may hold the log back; then it stays beside the file, as whole.</summary>
    public static IReadOnlyList<string> Settle { get; } = ["PRAGMA synchronous = FULL", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode = DELETE"];
}
