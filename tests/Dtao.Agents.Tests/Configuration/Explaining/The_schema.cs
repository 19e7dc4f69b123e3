using System.Text.Json.Nodes;
using Dtao.Agents.Configuration.Explaining;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Tests.Configuration.Explaining;

/// <summary>What an editor is told of run files, held against the files that are shipped and against wrong ones.</summary>
public sealed class The_schema
{
    private const string Herd = "cohorts.herd { role = speculator, strategy = meme-herder, count = 5, wealth = 10 tao }\n";

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "config");
    private static readonly JsonObject Schema = ConfigSchema.Of(StrategyCatalogue.BuiltIn());

    public static TheoryData<string> Files =>
        [.. new[] { "runs", "cohorts" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Root, folder))).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void accepts_every_shipped_file_alone(string file) => Assert.Equal([], Wrong(ConfigLayer.File(file)));

    [Theory]
    [MemberData(nameof(Files))]
    public void accepts_every_shipped_file_with_all_defaults(string file) => Assert.Equal([], Wrong(ConfigLayer.File("reference.conf"), ConfigLayer.File(file)));

    [Theory]
    [InlineData("\"$schema\" = \"schema.json\"\nx-note = anything\nrun.x-why = 1")]
    [InlineData("run.seed = 18446744073709551615")]
    [InlineData(Herd + "cohorts.x-note = 1\ncohorts.herd { wealth = { lognormal = [10 tao, 0.5] }, first-wake = { exponential = 3 days }, knobs { talk = { uniform = [10%, 0.2] } } }")]
    public void accepts_what_is_right(string text) => Assert.Equal([], Wrong(ConfigLayer.Text("mine.conf", text)));

    [Theory]
    [InlineData("run.sed = 1")]
    [InlineData("run.seed = -1")]
    [InlineData("run.seed = 1.5")]
    [InlineData("run.duration = 5")]
    [InlineData("run.duration = 5 tao")]
    [InlineData("run.ordering = fee")]
    [InlineData("run = 5")]
    [InlineData("forum.rewire = 1.1")]
    [InlineData("genesis.root.total = 5 alpha")]
    [InlineData("genesis.root.shares = 50%")]
    [InlineData("genesis.launch.subnets = 1025")]
    [InlineData("protocol.liquid-alpha = maybe")]
    [InlineData("strategies.momentum.treshold = 5%")]
    [InlineData("strategies.momentun {}")]
    [InlineData("cohorts.herd { role = speculator, strategy = meme-herder, count = 5 }")]
    [InlineData(Herd + "cohorts.herd.strategi = momentum")]
    [InlineData(Herd + "cohorts.herd.strategy = meme-herdr")]
    [InlineData(Herd + "cohorts.herd.role = miner")]
    [InlineData(Herd + "cohorts.herd.count = many")]
    [InlineData(Herd + "cohorts.herd.wealth = 10")]
    [InlineData(Herd + "cohorts.herd.wealth = { pareto = [1.2] }")]
    [InlineData(Herd + "cohorts.herd.wealth = { parto = [1.2, 5 tao] }")]
    [InlineData(Herd + "cohorts.herd.knobs.threshold = 5%")] // momentum has it, meme-herder has not
    [InlineData(Herd + "cohorts.herd.knobs.talk = 1.5")]
    public void refuses_what_is_wrong(string text)
    {
        Assert.NotEqual([], Wrong(ConfigLayer.Text("mine.conf", text)));
        Assert.NotEqual("", Written.Words(Written.Config(text))); // as the program does
    }

    [Fact]
    public void describes_every_key_with_its_default()
    {
        var threshold = Schema["$defs"]!["knobs of momentum"]!["properties"]!["threshold"]!;
        Assert.StartsWith("Smallest log price change that makes it act.", (string)threshold["description"]!, StringComparison.Ordinal);
        Assert.Equal("8%", (string)threshold["default"]!);
        Assert.Equal(1, (int)Schema["properties"]!["run"]!["properties"]!["seed"]!["default"]!);
    }

    [Fact]
    public void refers_to_nothing_but_itself() => Assert.All(References(Schema), reference => Assert.NotNull(SomeSchema.Referred(Schema, reference)));

    private static IReadOnlyList<string> Wrong(params ConfigLayer[] layers)
    {
        var tree = ConfigLoader.Load(new DiskConfigSource(Root), layers);
        Assert.False(tree.HasErrors);
        return SomeSchema.Wrong(Schema, JsonNode.Parse(JsonPrinter.Print(tree.Root)));
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(each => each.Key == "$ref" ? [(string)each.Value!] : References(each.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
