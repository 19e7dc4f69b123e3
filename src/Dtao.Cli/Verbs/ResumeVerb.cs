using System.CommandLine;
using Dtao.Cli.Screen;
using Dtao.Hocon;
using Dtao.Sweeps.Folders;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Workers;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao resume</c>: goes on with a sweep that was interrupted, as its plan says.</summary>
internal sealed class ResumeVerb(Terminal terminal, RunParts parts, CancellationToken stop, ParseResult parsed)
{
    private static readonly Option<bool> RetryFailed = new("--retry-failed") { Description = "Runs the failed runs again." };

    public static Command Command(Terminal terminal, RunParts parts, CancellationToken stop)
    {
        var command = new Command("resume", "Goes on with a sweep.") { SweepArgument.Sweep, RetryFailed, CommonOptions.Quiet, CommonOptions.Verbose, CommonOptions.Json };
        SweepOptions.AddTo(command);
        command.SetAction(parsed => (int)new ResumeVerb(terminal, parts, stop, parsed).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        var (maxFailures, telling) = (SweepOptions.MaxFailuresOf(parsed), Telling.Of(parsed));
        using var folder = SweepFolder.Open(SweepArgument.Folder(parsed));
        var diagnostics = new DiagnosticBag();
        var plan = SweepFile.Read(folder.PathOf(SweepLayout.Plan), diagnostics);
        if (terminal.Refusal(diagnostics, telling.Json) is { } refused) return refused;
        var points = plan.Points;
        var configs = PlanConfigs.Of(plan, points, parts.With(plan.Strategies).Strategies);
        if (terminal.Refusal(configs.Diagnostics, telling.Json) is { } wrong) return wrong;
        return new SweepExecution(terminal, telling, folder, plan, configs.Hash, SweepOptions.CrewOf(parsed, folder.Path), maxFailures)
            .Run(points, parsed.GetValue(RetryFailed), parsed.GetValue(CommonOptions.Quiet), stop);
    }
}
