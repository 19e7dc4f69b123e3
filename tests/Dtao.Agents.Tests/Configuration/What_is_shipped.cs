using Dtao.Agents.Configuration;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Tests.Configuration;

public sealed class What_is_shipped
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "config");

    public static TheoryData<string> Cohorts => [.. Directory.GetFiles(Path.Combine(Root, "cohorts")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Runs => [.. Directory.GetFiles(Path.Combine(Root, "runs")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    /// <summary>Everything that a default stands in: reference.conf and what it includes.</summary>
    public static TheoryData<string> Defaults => ["reference.conf", "strategies.conf", "protocol/launch-2025.conf"];

    [Fact]
    public void The_reference_alone_is_a_valid_run() => IsValid(LoadedConfig.Load(ConfigInput.Of(null), StrategyCatalogue.BuiltIn()));

    [Fact]
    public void Detectors_are_tested_as_they_are_shipped() =>
        Assert.Equal(Dtao.Records.Tests.Detectors.SomeRules.Shipped, LoadedConfig.Load(ConfigInput.Of(null), StrategyCatalogue.BuiltIn()).Config.Detectors);

    [Theory]
    [MemberData(nameof(Cohorts))]
    public void Every_example_of_a_cohort_is_valid(string name)
    {
        var config = LoadedConfig.Load(ConfigInput.Of(Path.Combine(Root, "cohorts", name)), StrategyCatalogue.BuiltIn());
        IsValid(config);
        Assert.NotEmpty(config.Config.Cohorts);
        Assert.All(config.Config.Cohorts, cohort => Assert.Equal(Path.GetFileNameWithoutExtension(name), cohort.Strategy.Name));
    }

    [Fact]
    public void Every_strategy_has_an_example() =>
        Assert.Equal(
            StrategyCatalogue.BuiltIn().Entries.Select(entry => entry.Name + ".conf"),
            Directory.GetFiles(Path.Combine(Root, "cohorts")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_knob_has_a_default()
    {
        var strategies = (ConfigObject)LoadedConfig.Load(ConfigInput.Of(null), StrategyCatalogue.BuiltIn()).Tree.Root.Fields["strategies"];
        foreach (var entry in StrategyCatalogue.BuiltIn().Entries.Where(entry => entry.Knobs.Count > 0))
            Assert.Equal(entry.Knobs.Select(knob => knob.Key).Order(StringComparer.Ordinal), ((ConfigObject)strategies.Fields[entry.Name]).Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_run_is_valid(string name) =>
        IsValid(LoadedConfig.Load(ConfigInput.Of(Path.Combine(Root, "runs", name), NeedsFile(name) ? ["genesis.snapshot.path=subnets.csv"] : []), StrategyCatalogue.BuiltIn()));

    [Fact]
    public void A_snapshot_run_needs_its_file()
    {
        var config = LoadedConfig.Load(ConfigInput.Of("snapshot-2026"), StrategyCatalogue.BuiltIn());
        var error = Assert.Single(config.Diagnostics.ToImmutable());
        Assert.Equal("genesis.kind is snapshot, and genesis.snapshot.path names no file", error.Message);
        Assert.Contains("-s", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_found_by_its_name() =>
        Assert.Equal("launch.conf", Path.GetFileName(LoadedConfig.Load(ConfigInput.Of("launch"), StrategyCatalogue.BuiltIn()).Tree.Root.Fields["cohorts"].Origin.File));

    /// <summary>A comment stands above every key, or above the first of a few that belong together.</summary>
    [Theory]
    [MemberData(nameof(Defaults))]
    public void Every_key_is_documented(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Root, file)).Select(line => line.Trim()).ToArray();
        var keys = Enumerable.Range(0, lines.Length).Where(i => lines[i].Contains('=', StringComparison.Ordinal) && !lines[i].StartsWith('#') && !lines[i].EndsWith('{')).ToArray();
        Assert.NotEmpty(keys);
        Assert.All(keys, i => Assert.True(IsDocumented(lines, i), $"{file}:{i + 1}: no comment stands above {lines[i]}"));
    }

    private static bool IsDocumented(string[] lines, int key)
    {
        while (key > 0 && lines[key - 1].Length > 0 && !lines[key - 1].StartsWith('#') && !lines[key - 1].EndsWith('{')) key--;
        return key > 0 && lines[key - 1].StartsWith('#');
    }

    private static bool NeedsFile(string name) => name.StartsWith("snapshot", StringComparison.Ordinal);

    private static void IsValid(LoadedConfig config) => Assert.Equal("", Written.Words(config));
}
