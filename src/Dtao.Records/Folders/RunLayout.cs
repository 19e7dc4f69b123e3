using Dtao.Protocol.Units;

namespace Dtao.Records.Folders;

/// <summary>The names of the files in a run folder.</summary>
public static class RunLayout
{
    public const string Manifest = "manifest.json";
    public const string Config = "config.conf";
    public const string EffectiveConfig = "effective.conf";
    public const string Database = "run.db";
    public const string Events = "events.clef";
    public const string Report = "report.html";
    public const string Story = "story.md";
    public const string Ok = "OK";
    public const string Failed = "FAILED";
    internal const string Lock = ".lock";

    private const string LedgerName = "ledger-", LedgerEnd = ".bin";

    private static readonly string[] Markers = [Ok, Failed];

    private static readonly string[] Contents =
        [Manifest, Config, EffectiveConfig, Database, Database + "-wal", Database + "-shm", Database + "-journal", Events, Report, Story];

    /// <summary>All that a run may leave, the markers first, so that a folder being cleared is at once a partial one.</summary>
    internal static IEnumerable<string> All => Markers.Concat(Contents).Concat(Markers.Concat(Contents).Select(name => name + ".tmp"));

    /// <summary>The ledger as it was saved at the close of a block.</summary>
    public static string LedgerAt(Block block) => FormattableString.Invariant($"{LedgerName}{block.Height}{LedgerEnd}");

    /// <summary>The saved ledgers in a run folder, half-written ones among them.</summary>
    public static IReadOnlyList<string> LedgersIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, LedgerName + "*" + LedgerEnd + "*").Select(file => Path.GetFileName(file)).Where(IsLedger).Order(StringComparer.Ordinal)];

    private static bool IsLedger(string name)
    {
        var number = name.EndsWith(".tmp", StringComparison.Ordinal) ? name[..^4] : name;
        return number.EndsWith(LedgerEnd, StringComparison.Ordinal) && number[LedgerName.Length..^LedgerEnd.Length] is { Length: > 0 } digits && digits.All(char.IsAsciiDigit);
    }
}
