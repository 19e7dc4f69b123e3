using Dtao.Hocon;

namespace Dtao.Sweeps.Plans;

/// <summary>What a sweep file says below <c>vary</c>: a list is scanned, a range is stepped through or sampled, anything else is the same in every run.</summary>
internal sealed class VariedSettings
{
    /// <summary>What to do instead of setting a run's seed.</summary>
    public const string SeedRemedy = "leave it out; seeds follow from seed (--seed), and replicates (--replicates) says how many";

    private const string Forms = "write [1, 2, 3], { range = [first, last, step] }, { log = [first, last, how many] }, or { lhs = [low, high] } (random, lhs, sobol, morris, saltelli)";

    private readonly ConfigReader c;
    private readonly List<string> fixedSettings = [];
    private readonly List<ScannedFactor> scanned = [];
    private readonly List<SampledFactor> sampled = [];

    private VariedSettings(ConfigReader c) => this.c = c;

    public IReadOnlyList<string> Fixed => fixedSettings;

    public IReadOnlyList<ScannedFactor> Scanned => scanned;

    public IReadOnlyList<SampledFactor> Sampled => sampled;

    /// <summary>How ranges are sampled; null where none is.</summary>
    public SamplingKind? Kind { get; private set; }

    public static VariedSettings Read(ConfigReader sweep)
    {
        var variants = sweep.Has("variants") ? VariantsOf(sweep) : null;
        if (variants is not null && !sweep.Has("vary")) return new VariedSettings(sweep) { scanned = { variants } };
        var varied = new VariedSettings(sweep.Section("vary"));
        if (variants is not null) varied.scanned.Add(variants);
        SeedsOfRuns.Refuse(varied.c, SeedRemedy);
        foreach (var name in varied.c.Names()) varied.Add(name);
        return varied;
    }

    /// <summary>Named groups of settings: <c>variants { as-it-is { }, poor { "cohorts.herd.wealth" = 5 tao } }</c>.</summary>
    private static VariantFactor VariantsOf(ConfigReader sweep)
    {
        var v = sweep.Section("variants");
        var names = v.Names();
        foreach (var name in names.Where(name => name.Length == 0 || !char.IsAsciiLetter(name[0]) || name.Contains(',', StringComparison.Ordinal)))
            v.ReportName(name, "is no name of a variant", "begin it with a letter");
        if (names.Count == 0) sweep.Report("variants", "has none", "write variants { as-it-is { }, poor { \"cohorts.herd.wealth\" = 5 tao } }");
        return new VariantFactor(names, [.. v.Each().Select(variant => SettingsOf(variant.Section))]);
    }

    private static IReadOnlyList<string> SettingsOf(ConfigReader variant)
    {
        SeedsOfRuns.Refuse(variant, SeedRemedy);
        return [.. variant.Names().Select(path => variant.Value(path) is { } value ? SettingPlaces.Setting(path, value) : path)];
    }

    private void Add(string name)
    {
        if (ConfigPath.Parse(name) is null || name.Contains(',', StringComparison.Ordinal)) c.Report(name, "is no path of a setting", "write \"cohorts.herd.count\" = [100, 200]");
        switch (c.Value(name))
        {
            case ConfigArray { Items.Length: > 0 } list: scanned.Add(new(name, [.. list.Items.Select(HoconPrinter.OnOneLine)])); break;
            case ConfigScalar scalar: fixedSettings.Add(SettingPlaces.Setting(name, scalar)); break;
            case ConfigObject form: AddRange(name, form); break;
            default: c.Report(name, "has no values", Forms); break;
        }
    }

    private void AddRange(string name, ConfigObject form)
    {
        var r = c.Section(name);
        var key = form.Fields.Keys.FirstOrDefault(field => field != "as") ?? "";
        var text = form.Fields.ContainsKey("as") ? r.Text("as") : SampledFactor.Place;
        if (!text.Contains(SampledFactor.Place, StringComparison.Ordinal)) r.Report("as", "has no place for the value", $"write {SampledFactor.Place} where it belongs");
        var unit = WrittenValue.UnitOf(form.Fields.GetValueOrDefault(key));
        var numbers = key is "range" or "log" ? Numbers(r, key, unit, 3) : Numbers(r, key, unit, 2);
        if (numbers is null) return;
        if (key is "range" or "log") AddSteps(name, r, key, unit, text, numbers);
        else AddSample(name, r, key, new SampledFactor(name, numbers[0], numbers[1], unit, text));
    }

    private void AddSteps(string name, ConfigReader r, string key, Unit unit, string form, double[] numbers)
    {
        var steps = key == "range" ? Steps(numbers[0], numbers[1], numbers[2]) : LogSteps(numbers[0], numbers[1], numbers[2]);
        if (steps is null) r.Report(key, "leads nowhere", Forms);
        else scanned.Add(new(name, [.. steps.Select(value => form.Replace(SampledFactor.Place, WrittenValue.Of(name, unit, value), StringComparison.Ordinal))]));
    }

    private void AddSample(string name, ConfigReader r, string key, SampledFactor factor)
    {
        var kind = Enum.Parse<SamplingKind>(key, ignoreCase: true);
        if (Kind is { } other && other != kind) r.ReportName(key, "is another design than the first", "sample all settings of a sweep by one");
        Kind ??= kind;
        sampled.Add(factor);
    }

    private static double[]? Steps(double first, double last, double step)
    {
        var count = Math.Floor((last - first) / step + 1e-9) + 1; // a last step that misses by rounding is one
        return step != 0 && count is >= 1 and <= 10_000 ? [.. Enumerable.Range(0, (int)count).Select(k => first + k * step)] : null;
    }

    private static double[]? LogSteps(double first, double last, double count) =>
        first > 0 && last > 0 && count is >= 2 and <= 10_000 && double.IsInteger(count)
            ? [.. Enumerable.Range(0, (int)count).Select(k => first * Math.Pow(last / first, k / (count - 1)))]
            : null;

    /// <summary>The numbers of a form; of three the last is a step in the unit, or a count. Null where they are wrong, which is then reported.</summary>
    private static double[]? Numbers(ConfigReader r, string key, Unit unit, int count)
    {
        var isKnown = key is "range" or "log" || Enum.TryParse<SamplingKind>(key, ignoreCase: true, out _) && !char.IsAsciiDigit(key[0]);
        if (isKnown && r.Value(key) is ConfigArray list && list.Items.Length == count)
        {
            var numbers = list.Items.Select((item, at) => Number(item, key == "log" && at == 2 ? Unit.Number : unit)).ToArray();
            if (numbers.All(number => number is not null) && (count != 2 || numbers[0] < numbers[1])) return [.. numbers.Select(number => number!.Value)];
        }
        if (key.Length > 0) r.Report(key, isKnown ? "is not as it should be" : "is no way to vary a setting", Forms);
        return null;
    }

    private static double? Number(ConfigValue item, Unit unit) => item is ConfigScalar { Text: var text } ? WrittenValue.Read(text, unit) : null;
}
