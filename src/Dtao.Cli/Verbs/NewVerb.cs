using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Records.Folders;
using Dtao.Strategies.Catalogue;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao new</c>: commented files that work as they are. Nothing that is there is ever written over.</summary>
internal static class NewVerb
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Its name." };
    private static readonly Option<string> Folder = new("--out", "-o") { Description = "Folder in which it is written.", HelpName = "DIR", DefaultValueFactory = _ => "." };

    public static Command Command(Terminal terminal)
    {
        var run = new Command("run", "Writes NAME.conf, a run to change.") { Name, Folder, CommonOptions.DryRun, CommonOptions.Json };
        run.SetAction(parsed => (int)Write(terminal, parsed, Run(parsed.GetValue(Name)!)));
        var strategy = new Command("strategy", "Writes a folder NAME with a strategy of your own, its project, and a run with it.") { Name, Folder, CommonOptions.DryRun, CommonOptions.Json };
        strategy.SetAction(parsed => (int)Write(terminal, parsed, Strategy(parsed.GetValue(Name)!)));
        return new Command("new", "Writes commented files to begin with.") { run, strategy };
    }

    private static NewFiles Run(string name)
    {
        RunName.Checked(name);
        return new NewFiles([NewFile.From("run.conf", $"{name}.conf", name)], [$"dtao run {name}.conf"]);
    }

    private static NewFiles Strategy(string name)
    {
        if (!StrategyEntry.IsGoodName(name)) throw new UsageError($"{name} is no name for a strategy: write lower-case letters and digits, words joined by hyphens, a letter first.");
        if (StrategyCatalogue.BuiltIn().Find(name) is not null) throw new UsageError($"There is a strategy {name} already: give yours another name.");
        return new NewFiles(
            [
                NewFile.From("strategy.cs.txt", $"{name}/{NewFile.ClassOf(name)}.cs", name),
                NewFile.From("strategy.csproj.txt", $"{name}/{name}.csproj", name),
                NewFile.From("strategy.conf", $"{name}/{name}.conf", name),
            ],
            [$"dotnet build -c Release {name}", $"dtao run {name}/{name}.conf --strategies {name}/bin/Release/{name}.dll"]);
    }

    private static ExitCode Write(Terminal terminal, ParseResult parsed, NewFiles files)
    {
        var folder = parsed.GetValue(Folder)!;
        if (!parsed.GetValue(CommonOptions.DryRun)) files.Write(folder);
        string[] paths = [.. files.Files.Select(file => Path.Combine(folder, file.Path))];
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(new JsonObject { ["files"] = Array(paths), ["next"] = Array(files.Next) });
        else foreach (var line in paths.Concat(files.Next.Select(next => $"Next{(folder == "." ? "" : $", in {folder}")}: {next}"))) terminal.Say(line);
        return ExitCode.Done;
    }

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
