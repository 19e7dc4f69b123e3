using System.CommandLine;
using Dtao.Cli.Screen;
using Dtao.Records.Queries;
using Dtao.Records.Reading;
using Dtao.Sweeps.Analysis;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao query</c>: asks a run's or a sweep's database, in SQL or by the name of a question that comes with the program.</summary>
internal sealed class QueryVerb(Terminal terminal, ParseResult parsed, CancellationToken stop)
{
    private static readonly Argument<string?> Run = new("RUN") { Description = "A run folder or a sweep folder.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string?> Sql = new("SQL") { Description = "A SELECT, or @NAME for a saved query.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Saved = new("--saved") { Description = "A saved query.", HelpName = "NAME" };
    private static readonly Option<bool> List = new("--list") { Description = "Lists the saved queries." };
    private static readonly Option<int?> Netuid = new("--netuid") { Description = "The subnet that a saved query is asked of ($netuid)." };
    private static readonly Option<int?> Top = new("--top") { Description = "Rows that a saved query gives ($top)." };

    public static Command Command(Terminal terminal, CancellationToken stop)
    {
        var command = new Command("query", "Asks a run's or a sweep's database, in SQL or by a saved query. It can only read.") { Run, Sql, Saved, List, Netuid, Top, AnswerOptions.Csv, CommonOptions.Json };
        command.SetAction(parsed => (int)new QueryVerb(terminal, parsed, stop).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        if (parsed.GetValue(List))
        {
            terminal.Show(new Answer(["name", "of", "meaning"], [.. SavedQuery.All.Select(saved => (object?[])[saved.Name, "run", saved.Meaning]), .. SweepQuery.All.Select(saved => (object?[])[saved.Name, "sweep", saved.Meaning])]), parsed.FormOf());
            return ExitCode.Done;
        }
        var folder = parsed.GetValue(Run) ?? throw new UsageError("Name a run folder, or ask for --list.");
        using var query = SweepRecord.IsSweep(folder) ? OfSweep(folder) : OfRun(folder);
        terminal.Show(new Answer(query.Columns, query.Rows()), parsed.FormOf());
        return ExitCode.Done;
    }

    private RunQuery OfRun(string folder)
    {
        var sql = Question(name => SavedQuery.Find(name)?.Sql, SavedQuery.All.Select(query => query.Name));
        if (!Directory.Exists(folder)) throw new UsageError($"{folder} is no run folder.");
        return RunQuery.Ask(RunReader.Open(folder), sql, Given(), stop);
    }

    private RunQuery OfSweep(string folder)
    {
        var sql = Question(name => SweepQuery.Find(name)?.Sql(SweepRecord.Open(folder)), SweepQuery.All.Select(query => query.Name));
        return RunQuery.Ask(Path.Combine(folder, SweepRecord.Database), sql, Given(), stop);
    }

    /// <param name="saved">The SQL of a saved query; null for a name that none has.</param>
    /// <param name="known">Names of all.</param>
    private string Question(Func<string, string?> saved, IEnumerable<string> known)
    {
        var (sql, name) = (parsed.GetValue(Sql), parsed.GetValue(Saved));
        if (sql is not null && name is not null) throw new UsageError("Ask in SQL or by --saved, not both.");
        if (name is null && sql is ['@', .. var named]) name = named;
        return name is null
            ? sql ?? throw new UsageError("Ask something: a SELECT, @NAME of a saved query, or --list.")
            : saved(name) ?? throw new UsageError($"There is no saved query {name}: {string.Join(", ", known)}.");
    }

    private Dictionary<string, long> Given()
    {
        var given = new Dictionary<string, long>(StringComparer.Ordinal);
        if (parsed.GetValue(Netuid) is { } netuid) given["$netuid"] = netuid;
        if (parsed.GetValue(Top) is { } top) given["$top"] = top > 0 ? top : throw new UsageError("--top must be above 0.");
        return given;
    }
}
