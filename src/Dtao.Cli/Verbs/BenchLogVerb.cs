using System.CommandLine;
using Dtao.Agents.Benchmarks;
using Dtao.Agents.Configuration;
using Dtao.Cli.Screen;
using static System.FormattableString;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao bench log</c>: what writing, scanning and asking a long log costs.</summary>
internal static class BenchLogVerb
{
    private static readonly Option<long> Lines = new("--lines") { Description = "Lines of the log; about 450 bytes each on the disk, with run.db.", DefaultValueFactory = _ => 1_000_000 };

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var command = new Command("log", "Times a log of many orders and fills: written, scanned, asked why.") { Lines, CommonOptions.Json };
        command.SetAction(parsed => (int)Execute(parsed, terminal, parts));
        return command;
    }

    private static ExitCode Execute(ParseResult parsed, Terminal terminal, RunParts parts)
    {
        var lines = parsed.GetValue(Lines);
        if (lines is < 2_000 or > 100_000_000) throw new UsageError("--lines must be from 2,000 to 100,000,000.");
        var folder = Directory.CreateTempSubdirectory("dtao-bench-");
        try
        {
            var config = LoadedConfig.Load(ConfigInput.Of(null), parts.Strategies);
            var report = new LogMeter(folder.FullName, parts.World(config, folder.FullName).Ledger).Measure(lines);
            if (parsed.GetValue(CommonOptions.Json)) terminal.Json(BenchJson.Of(report));
            else Show(terminal, report);
            return ExitCode.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Show(Terminal terminal, LogReport log)
    {
        terminal.Say(Invariant($"written  {log.Lines:n0} lines, {log.Mb:n0} MB of log: {log.WrittenPerSecond / 1e6:0.00} M lines/s with run.db, {log.ExtraMb:0} MB of memory more than for a hundredth of them"));
        terminal.Say(Invariant($"read     {log.ReadPerSecond / 1e6:0.00} M lines/s by .NET's reader of lines"));
        terminal.Say(Invariant($"scanned  {log.ScannedPerSecond / 1e6:0.00} M lines/s, {log.ScannedPerSecond / log.ReadPerSecond:0.00} of that ({log.Found:n0} lines found); {log.ParsedPerSecond / 1e6:0.00} M lines/s, {log.ParsedPerSecond / log.ReadPerSecond:0.00} of that, where every field is looked at"));
        terminal.Say(Invariant($"why      {log.WhyFromDatabase * 1e3:0} ms from run.db, {log.WhyFromLog * 1e3:0} ms from the log, the slowest of five"));
    }
}
