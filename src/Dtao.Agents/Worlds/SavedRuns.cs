using Dtao.Agents.Configuration;
using Dtao.Records.Folders;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Worlds;

/// <summary>Finds the ledgers that earlier runs have saved.</summary>
/// <param name="Root">The folder below which run folders lie.</param>
public sealed record SavedRuns(string Root, StrategyCatalogue Strategies)
{
    /// <exception cref="WorldImpossible">There is no such run, it is not whole, it has not saved at that block, or it ran by other rules.</exception>
    public Stream Open(SavedGenesis genesis, Protocol.Ledgers.ProtocolRules rules)
    {
        var folder = Path.Combine(Root, NameOf(genesis));
        if (!Directory.Exists(folder)) throw Wrong(genesis, $"there is no run {genesis.From.Run} below {Root}: run it first, or say where it is with --out");
        if (RunFolder.StateOf(folder) != RunState.Ok) throw Wrong(genesis, $"{folder} is no finished run");
        var file = Path.Combine(folder, RunLayout.LedgerAt(genesis.From.Block));
        if (!File.Exists(file)) throw Wrong(genesis, $"{folder} has no ledger of block {genesis.From.Block}; {Kept(folder)}");
        if (InForce(RulesOf(folder), genesis) != InForce(rules, genesis)) throw Wrong(genesis, $"{folder} ran by other rules: compare protocol in its {RunLayout.EffectiveConfig}");
        return File.OpenRead(file);
    }

    /// <summary>What names anything but a folder straight below the root is refused.</summary>
    private static string NameOf(SavedGenesis genesis)
    {
        try
        {
            return RunName.Checked(genesis.From.Run);
        }
        catch (RunFolderRefused refused)
        {
            throw Wrong(genesis, refused.Message);
        }
    }

    /// <summary>What is in force where the ledger was saved; what either goes over to later is its own affair.</summary>
    private static Protocol.Ledgers.ProtocolRules InForce(Protocol.Ledgers.ProtocolRules rules, SavedGenesis genesis) => rules.At(genesis.From.Block) with { Switches = [] };

    private Protocol.Ledgers.ProtocolRules RulesOf(string folder) =>
        LoadedConfig.Load(ConfigInput.Of(Path.Combine(folder, RunLayout.EffectiveConfig)), Strategies).Config.Protocol;

    private static string Kept(string folder) => RunLayout.LedgersIn(folder) is { Count: > 0 } kept
        ? $"it has {string.Join(", ", kept)}"
        : "it saved none: write record.save-at = [365 days] in its file";

    internal static WorldImpossible Wrong(SavedGenesis genesis, string what) => new($"{genesis.WrittenAt}: genesis.from is {genesis.From}, and {what}.");
}
