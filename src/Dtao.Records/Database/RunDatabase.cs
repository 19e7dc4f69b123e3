using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Detectors;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Summaries;
using Microsoft.Data.Sqlite;
using Serilog.Events;
using SQLitePCL;

namespace Dtao.Records.Database;

/// <summary>run.db, written by one thread in transactions of some thousand events.</summary>
internal sealed class RunDatabase : IDisposable
{
    private const int EventsPerTransaction = 10_000;

    private readonly string path;
    private readonly IWriteGate gate;
    private readonly SqliteConnection connection;
    private readonly Inserts inserts;
    private TradeTables trades = null!;
    private ChainTables chain = null!;
    private TalkTables talk = null!;
    private RegistrationTable registrations = null!;
    private KindTable kinds = null!;
    private int pending;

    public RunDatabase(string path, IWriteGate gate)
    {
        (this.path, this.gate) = (path, gate);
        Binding.Prepare();
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        inserts = new Inserts(connection);
        try
        {
            Write(Create);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Introduce(IReadOnlyCollection<RunAgent> agents, IEnumerable<AgentWealth> start, IEnumerable<(string Key, string Value)> facts) => Write(() =>
    {
        AgentTables.AddAgents(connection, agents, start);
        AgentTables.AddMeta(connection, facts);
        kinds.Introduce(agents);
        Renew();
    });

    public void Add(ImmutableArray<RunEvent> told) => RecordingFailed.Naming(path, () =>
    {
        foreach (ref readonly var one in told.AsSpan())
        {
            Put(one);
            if (++pending >= EventsPerTransaction) Commit();
        }
    });

    /// <summary>Adds to the narrative.</summary>
    public void Tell(RunEvent told, LogEvent line) => RecordingFailed.Naming(path, () => talk.Add(told, line));

    public void Add(BlockSample sample)
    {
        RecordingFailed.Naming(path, () =>
        {
            chain.Add(sample, trades.Sums);
            kinds.Add(sample.Market);
        });
        trades.StartSums();
        pending += sample.Market.Quotes.Length;
    }

    public void Add(Block block, ImmutableArray<PriceTick> prices)
    {
        RecordingFailed.Naming(path, () => chain.Add(block, prices));
        pending += prices.Length;
        if (pending >= EventsPerTransaction) Commit();
    }

    /// <summary>Ends the transaction, so that readers see what was written.</summary>
    public void Commit() => Write(Renew);

    /// <summary>Adds what is known only at the end and puts the whole into one file on the disk.</summary>
    /// <param name="detect">Finds in the full tables what is to stand in <c>detections</c>.</param>
    public void Complete(
        IEnumerable<AgentWealth> end, IEnumerable<AccountHolding> holdings, IEnumerable<(string Key, string Value)> facts, Func<SqliteConnection, IEnumerable<Detection>>? detect = null)
    {
        Write(() =>
        {
            AgentTables.AddEndWealth(connection, end);
            AgentTables.AddHoldings(connection, holdings);
            AgentTables.AddMeta(connection, facts);
            End();
            Sorting.InFolderOf(path, connection, () => Execute(Schema.Indices));
            Execute("BEGIN");
            if (detect is not null) DetectionTable.Add(connection, detect(connection));
            Renew();
        });
        Close();
    }

    /// <summary>Keeps what was written so far.</summary>
    public void Close()
    {
        Write(() =>
        {
            End();
            inserts.Dispose();
            foreach (var sql in Schema.Settle) ExecuteUnlessRead(sql);
            connection.Close();
        });
        Disk.Sync(path, gate);
        if (File.Exists(path + "-wal")) Disk.Sync(path + "-wal", gate);
    }

    public void Dispose()
    {
        inserts.Dispose();
        connection.Dispose();
    }

    private void Put(in RunEvent told)
    {
        switch (told.Fact)
        {
            case Settled { Outcome: NeuronRegistered neuron } settled: registrations.Add(told, settled, neuron); break;
            case Settled { Outcome: SubnetRegistered subnet } settled: registrations.Add(told, settled, subnet); break;
            case Settled settled: trades.Add(told, settled); break;
            case Posted posted: talk.Add(told, posted); break;
            case ChainFact { Event: EpochDrained epoch }: chain.Add(told, epoch); break;
        }
    }

    private void Create()
    {
        connection.Open();
        Execute(Schema.Pragmas);
        Execute("BEGIN");
        Execute(Schema.Tables);
        trades = new TradeTables(inserts);
        chain = new ChainTables(inserts);
        talk = new TalkTables(inserts);
        registrations = new RegistrationTable(inserts);
        kinds = new KindTable(inserts);
    }

    private void End()
    {
        inserts.Flush();
        Execute("COMMIT");
    }

    private void Renew()
    {
        End();
        Execute("BEGIN");
        pending = 0;
    }

    private void Write(Action write) => RecordingFailed.Naming(path, () =>
    {
        gate.Before(path);
        write();
    });

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Asks SQLite itself, because a command would wait half a minute for a reader to go.</summary>
    private void ExecuteUnlessRead(string sql)
    {
        var result = raw.sqlite3_exec(connection.Handle, sql);
        if (result is not (raw.SQLITE_OK or raw.SQLITE_BUSY or raw.SQLITE_LOCKED)) SqliteException.ThrowExceptionForRC(result, connection.Handle);
    }
}
