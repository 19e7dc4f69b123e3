using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Agents.Worlds;
using Dtao.Hocon;
using static System.FormattableString;

namespace Dtao.Cli.Screen;

/// <summary>What <c>-v</c> adds to the notices: which program runs what, made of which files, and in which state it ended.</summary>
internal sealed class RunNotes(Terminal terminal, bool areWanted)
{
    /// <summary>Told before anything is wrong, since it is most wanted then.</summary>
    public void Read(LoadedConfig config)
    {
        Note($"dtao {Build.Version}, commit {(Build.Commit is "" ? "unknown" : Build.Commit)}, {Build.Runtime}.");
        Note($"Config, in the order read: {string.Join(", ", config.Sources)}.");
    }

    public void Built(LoadedConfig config, World world)
    {
        Note($"Config hash {config.Hash}.");
        Note($"Seed {world.Seed}, blocks {world.Genesis.Height + 1} to {world.LastBlock.Height}.");
        Note($"{world.Ledger.State.Subnets.Count} subnets, {world.Seats.Count} agents{string.Concat(world.Seats.CountBy(seat => seat.Role).Select(role => Invariant($", {role.Value} in role {role.Key.ToString().ToLowerInvariant()}")))}.");
        Note($"Protocol: {string.Join(", ", RulesOf(config))}.");
    }

    public void Opened(string folder) => Note($"Run folder {folder}.");

    public void Ended(RunResult result) => Note($"State hash {result.HashHead} after block {result.End.Block.Height}.");

    /// <summary>Where a failure of code came from; what users do wrong has no such place.</summary>
    public void Failed(Exception failure)
    {
        if (ExitCodes.Of(failure) is ExitCode.InternalError or ExitCode.SomeRunsFailed or ExitCode.InvariantBroken) Note($"{failure}");
    }

    private static IEnumerable<string> RulesOf(LoadedConfig config) =>
        config.Tree.Root.Find("protocol") is ConfigObject protocol ? protocol.Fields.Select(rule => $"{rule.Key} {(rule.Value as ConfigScalar)?.Text ?? JsonPrinter.Print(rule.Value)}") : [];

    private void Note(FormattableString text)
    {
        if (areWanted) terminal.Note(Invariant(text));
    }
}
