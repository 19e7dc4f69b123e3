using Dtao.Hocon;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Configuration;

/// <summary>Reads <c>genesis { … }</c>: one section a kind, of which the named one counts.</summary>
internal static class GenesisReader
{
    private const int MostSubnets = 1024;

    /// <summary>All that there will ever be, rao.</summary>
    private const ulong MostIssued = 21_000_000_000_000_000;

    public static GenesisSection Read(ConfigReader c)
    {
        var kind = c.Choice("kind", "launch", "snapshot", "saved");
        var first = new Block((long)c.Whole("first-block", atMost: 1_000_000_000));
        var root = Root(c.Section("root"));
        var validators = (int)c.Whole("validators-per-subnet", atLeast: 1, atMost: 256);
        var launch = Launch(c.Section("launch"), first, root, validators);
        var snapshot = Snapshot(c.Section("snapshot"), first, root, validators);
        var saved = Saved(c, isMeant: kind == "saved", first, root, validators);
        if (kind == "launch") return launch;
        if (kind == "saved") return saved;
        if (snapshot.Path.Length == 0 && saved.From.Run.Length > 0) return snapshot with { Ledger = saved, FirstBlock = saved.FirstBlock };
        if (snapshot.Path.Length == 0) c.Report("kind", "is snapshot, and genesis.snapshot.path names no file", "write genesis.snapshot.path = \"subnets.csv\" in the run file, or name it with -s");
        return snapshot;
    }

    /// <summary>The saved ledger brings its own block, or is named by its age.</summary>
    private static SavedGenesis Saved(ConfigReader c, bool isMeant, Block first, RootSection root, int validators)
    {
        var text = c.Text("from");
        var age = c.Blocks("age");
        var from = SavedPoint.Parse(text);
        if (from is not null && age > 0) c.Report("age", "goes with no block in genesis.from", $"write genesis.from = \"{from.Run}\"");
        if (age > 0 && text.Length > 0) from ??= new SavedPoint(text, first + age);
        if (from is null && (isMeant || text.Length > 0)) c.Report("from", text.Length == 0 ? "names no run" : "is not of the form RUN@BLOCK", "write genesis.from = \"aged@7548351\": a run below --out, and a block at which it saved its ledger");
        from ??= new SavedPoint("", new Block(0));
        return new SavedGenesis(from, c.Value("from")?.Origin.ToString() ?? "") { FirstBlock = from.Block, Root = root, ValidatorsPerSubnet = validators };
    }

    private static RootSection Root(ConfigReader c)
    {
        var shares = c.Fractions("shares");
        if (shares.Sum() > 1) c.Report("shares", "sum to more than 100%", "make them smaller");
        return new RootSection(new Tao(c.Tao("total")), shares, c.Fraction("lent-to-first"));
    }

    private static LaunchGenesis Launch(ConfigReader c, Block first, RootSection root, int validators) => new()
    {
        FirstBlock = first,
        Root = root,
        ValidatorsPerSubnet = validators,
        Subnets = (int)c.Whole("subnets", atLeast: 1, atMost: MostSubnets),
        PoolTao = new Tao(c.Tao("pool-tao", atLeast: 10_000_000)),
        PoolAlpha = new Alpha(c.Alpha("pool-alpha", atLeast: 10_000_000)),
        MovingPriceSpread = c.Number("moving-price-spread", atLeast: 0, atMost: 5),
        MovingPriceSum = c.Price("moving-price-sum", atMost: 1000),
        Issuance = new Tao(c.Tao("issuance", atMost: MostIssued)),
    };

    private static SnapshotGenesis Snapshot(ConfigReader c, Block first, RootSection root, int validators) => new()
    {
        FirstBlock = first,
        Root = root,
        ValidatorsPerSubnet = validators,
        Path = c.Text("path"),
        OwnerShare = c.Fraction("owner-share"),
        SpeculatorShare = c.Fraction("speculator-share"),
        HoldersPerSubnet = (int)c.Whole("holders-per-subnet", atLeast: 1, atMost: 100_000),
        HolderTail = c.Number("holder-tail", atLeast: 0.1, atMost: 20),
        Issuance = new Tao(c.Tao("issuance", atMost: MostIssued)),
    };
}
