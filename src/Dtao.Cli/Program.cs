using Dtao.Cli;
using Dtao.Cli.Screen;

if (DtaoApp.Simulates(args.FirstOrDefault())) RuntimeEnvironment.Take();
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // The first Ctrl-C finishes the block and the record; the second one ends at once.
    press.Cancel = !stop.IsCancellationRequested;
    if (press.Cancel) stop.Cancel();
    else Environment.Exit((int)ExitCode.Interrupted);
};
var terminal = new Terminal(Console.Out, Console.Error, isInteractive: !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null);
return (int)DtaoApp.Run(args, terminal, stop.Token);
