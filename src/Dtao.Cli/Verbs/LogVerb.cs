using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dtao.Cli.Screen;
using Dtao.Hocon;
using Dtao.Protocol.Units;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Records.Scanning;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao log RUN FILTER</c>: the lines of a run's log that pass a filter, as sentences or as they are.</summary>
internal sealed class LogVerb(Terminal terminal, ParseResult parsed, CancellationToken stop)
{
    private static readonly Argument<string> Run = new("RUN") { Description = "A run folder." };

    private static readonly Argument<string?> Filter = new("FILTER")
    {
        Description = "Tests such as ev = Staked, netuid = 28, tao > 10, agent = herd-*, error ~ zero, joined by and, or, not and brackets. Fields are those of the log, in any case; amounts are TAO or alpha.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> From = new("--from") { Description = "First block: its height, or a time since genesis such as '12 days'.", HelpName = "WHEN" };
    private static readonly Option<string?> To = new("--to") { Description = "Last block, likewise.", HelpName = "WHEN" };
    private static readonly Option<int?> Tail = new("--tail") { Description = "Only the last so many.", HelpName = "N" };

    public static Command Command(Terminal terminal, CancellationToken stop)
    {
        var command = new Command("log", "Shows the lines of a run's log that pass a filter.") { Run, Filter, From, To, Tail, CommonOptions.Json };
        command.SetAction(parsed => (int)new LogVerb(terminal, parsed, stop).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        var filter = FilterOf(parsed.GetValue(Filter));
        if (parsed.GetValue(Tail) is < 1 or > 1_000_000) throw new UsageError("--tail must be from 1 to 1,000,000.");
        var run = RunArgument.Open(parsed.GetValue(Run)!, terminal);
        var path = run.PathOf(RunLayout.Events);
        if (!File.Exists(path)) throw new UsageError($"{run.Path} has no {RunLayout.Events}.");
        var scan = new LogScan(path, filter, BlockOf(parsed.GetValue(From), path), BlockOf(parsed.GetValue(To), path));
        if (parsed.GetValue(Tail) is { } tail) ShowLast(scan, tail);
        else scan.Run(line => Show(Shown(line)), stop);
        if (scan.IsTorn) terminal.Note($"The last line of {path} breaks off and was left out.");
        return ExitCode.Done;
    }

    private void ShowLast(LogScan scan, int count)
    {
        var last = new Queue<string>();
        scan.Run(line =>
        {
            if (last.Count == count) last.Dequeue();
            last.Enqueue(Encoding.UTF8.GetString(line));
        }, stop);
        foreach (var line in last) Show(Shown(Encoding.UTF8.GetBytes(line)));
    }

    private void Show(string line) => terminal.Data.Write(line + "\n");

    private string Shown(ReadOnlySpan<byte> line) => parsed.GetValue(CommonOptions.Json) ? Raw(line) : Sentence(ClefEvent.Read(line));

    /// <summary>What the log writes is ASCII without control characters; a log that somebody else wrote is escaped down to that.</summary>
    private static string Raw(ReadOnlySpan<byte> line)
    {
        if (!line.ContainsAnyExceptInRange((byte)' ', (byte)'~')) return Encoding.ASCII.GetString(line);
        return JsonSerializer.Serialize(ClefEvent.Read(line).Properties);
    }

    private static string Sentence(ClefEvent told) => SafeText.Escape(string.Create(
        CultureInfo.InvariantCulture, $"{told.Block.Height:n0}  {told.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss}  {told.Id}  {told.Text}"));

    private static LogFilter FilterOf(string? text)
    {
        try
        {
            return LogFilter.Of(text);
        }
        catch (FilterRefused wrong)
        {
            var near = Spelling.Question(Spelling.AllNearest(wrong.Given, wrong.Known));
            var known = near == "" && wrong.Known.Count > 0 ? $"  (known: {string.Join(", ", wrong.Known)})" : "";
            var column = (wrong.Position + 1).ToString(CultureInfo.InvariantCulture);
            throw new UsageError($"filter:{column} error: {wrong.Message}\n   {text}\n   {new string(' ', wrong.Position)}{new string('^', wrong.Length)} {near}{known}".TrimEnd());
        }
    }

    /// <summary>A time counts from the block before the first one.</summary>
    private static Block? BlockOf(string? when, string log)
    {
        if (when is null) return null;
        if (long.TryParse(when.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var height)) return new Block(height);
        var blocks = Quantity.Blocks(when);
        if (!blocks.IsGood) throw new UsageError($"\"{when}\" {blocks.Error}; write a block's height or a time since genesis, such as '12 days'.");
        return (LogScan.FirstBlock(log) ?? new Block(0)) + -1 + blocks.Value;
    }
}
