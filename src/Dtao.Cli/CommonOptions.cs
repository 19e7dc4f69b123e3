using System.CommandLine;
using Dtao.Agents.Configuration;

namespace Dtao.Cli;

/// <summary>Flags that mean the same on every verb.</summary>
internal static class CommonOptions
{
    private const int MostJobs = 1024;

    /// <summary>The run file as an argument. A flag that no verb knows would otherwise be taken for a file.</summary>
    public static Argument<string?> File { get; } = Checked(new Argument<string?>("FILE") { Description = "Run file, or the name of a shipped run.", Arity = ArgumentArity.ZeroOrOne });

    public static Option<string?> Config { get; } = new("--config", "-c") { Description = "Run file, or the name of a shipped run.", HelpName = "FILE" };

    public static Option<string[]> Set { get; } = Checked(new Option<string[]>("--set", "-s") { Description = "One more last layer of configuration.", HelpName = "key=value", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false });

    public static Option<string> Out { get; } = new("--out", "-o") { Description = "Folder below which run folders are written.", HelpName = "DIR", DefaultValueFactory = _ => "runs" };

    public static Option<int> Jobs { get; } = new("--jobs", "-j") { Description = "Runs at a time.", DefaultValueFactory = _ => 1 };

    public static Option<ulong?> Seed { get; } = new("--seed") { Description = "In place of run.seed." };

    public static Option<bool> DryRun { get; } = new("--dry-run", "-n") { Description = "Says what would be done and does nothing." };

    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress." };

    public static Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "What is run, from which files, in which state it ended, and where a failure came from." };

    public static Option<string[]> Strategies { get; } = new("--strategies") { Description = "Assembly with strategies of your own. It is run as part of the program: name only what you trust.", HelpName = "DLL", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };

    public static Option<bool> Json { get; } = new("--json") { Description = "Data and errors as JSON." };

    /// <summary>The configuration that a command line names.</summary>
    /// <exception cref="UsageError">It names two.</exception>
    public static ConfigInput ConfigOf(this ParseResult parsed, string? file = null)
    {
        if (file is not null && parsed.GetValue(Config) is { } other) throw new UsageError($"There are two run files, {file} and --config {other}: name one.");
        var settings = (parsed.GetValue(Set) ?? []).ToList();
        if (parsed.GetValue(Seed) is { } seed) settings.Add(FormattableString.Invariant($"run.seed={seed}"));
        return new ConfigInput(file ?? parsed.GetValue(Config), settings, ConfigInput.OwnVariables());
    }

    /// <summary>Runs at a time.</summary>
    /// <exception cref="UsageError">The number cannot be.</exception>
    public static int JobsOf(this ParseResult parsed) => CheckedJobs(parsed.GetValue(Jobs));

    /// <exception cref="UsageError">The number cannot be.</exception>
    public static int CheckedJobs(int jobs) => jobs is >= 1 and <= MostJobs ? jobs : throw new UsageError(FormattableString.Invariant($"-j must be from 1 to {MostJobs}."));

    private static Argument<string?> Checked(Argument<string?> file)
    {
        file.Validators.Add(given =>
        {
            var name = given.Tokens.Count > 0 ? given.Tokens[0].Value : null;
            if (name is "") given.AddError("FILE is empty.");
            else if (name?.StartsWith('-') == true) given.AddError($"Unrecognized option '{name}'. (A file of that name is ./{name}.)");
        });
        return file;
    }

    private static Option<string[]> Checked(Option<string[]> settings)
    {
        settings.Validators.Add(given =>
        {
            if (given.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) given.AddError("-s is empty: write -s key=value.");
        });
        return settings;
    }
}
