using Dtao.Records.Folders;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Dtao.Records.Log;

/// <summary>
/// The CLEF log behind Serilog. Events go through <c>AuditTo</c>, which passes a failing write on to its caller;
/// <c>WriteTo</c> would swallow a full disk.
/// </summary>
internal sealed class ClefLog : IDisposable
{
    private readonly Sink sink;
    private readonly Logger logger;

    public ClefLog(string path, IWriteGate gate)
    {
        sink = new Sink(new AppendedFile(path, gate));
        logger = new LoggerConfiguration().MinimumLevel.Verbose().AuditTo.Sink(sink).CreateLogger();
    }

    public long Lines { get; private set; }

    public void Write(LogEvent told)
    {
        logger.Write(told);
        Lines++;
    }

    /// <summary>Makes what was written readable by others.</summary>
    public void Flush() => sink.File.Flush();

    /// <summary>Flushes down to the disk.</summary>
    public void Sync() => sink.File.Sync();

    public void Dispose()
    {
        logger.Dispose();
        sink.Dispose();
    }

    private sealed class Sink(AppendedFile file) : ILogEventSink, IDisposable
    {
        private readonly ClefLine line = new();

        public AppendedFile File { get; } = file;

        public void Emit(LogEvent logEvent) => File.Append(line.Of(logEvent));

        public void Dispose()
        {
            line.Dispose();
            File.Dispose();
        }
    }
}
