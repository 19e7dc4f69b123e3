using System.Text.RegularExpressions;
using Dtao.Agents.Configuration;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Tests.Configuration;

/// <summary>Slips in the files that are shipped, made by dice: a letter left out, put in, mistaken, doubled, or swapped with its neighbour.</summary>
public sealed partial class Typing_mistakes : IDisposable
{
    private const int Slips = 200, RightAtLeast = 190;

    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("dtao-typos-").FullName, "config");

    /// <summary>Folders whose files are no run files; they have readers of their own.</summary>
    private static readonly string[] OfOtherForms = ["targets", "searches", "sweeps", "experiments"];

    public Typing_mistakes() => Copy(Path.Combine(AppContext.BaseDirectory, "config"), folder);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [Fact]
    public void are_refused_and_advised_upon_and_never_wrongly()
    {
        var words = Words().ToArray();
        var dice = Dice.For(28, 0, 0, Purpose.Named("typing mistakes"));
        var (silent, wrong, vague, right, done) = (new List<string>(), new List<string>(), new List<string>(), 0, 0);
        while (done < Slips)
        {
            var word = dice.Pick(words);
            var slip = Slipped(word.Text, dice);
            if (word.Others.Contains(slip, StringComparer.OrdinalIgnoreCase)) continue; // another word, and no slip
            done++;
            var advice = Advice(word, slip);
            if (advice is null) silent.Add($"{word} -> {slip} was accepted");
            else if (advice.Count > 0 && advice.All(other => other == word.Text)) right++;
            else (advice.Count > 0 && !advice.Contains(word.Text, StringComparer.Ordinal) ? wrong : vague).Add($"{word} -> {slip}: {string.Join(", ", advice)}");
        }
        Assert.True(silent.Count + wrong.Count == 0, string.Join('\n', [.. silent, .. wrong]));
        Assert.True(right >= RightAtLeast, $"{right} right\n{string.Join('\n', vague)}");
    }

    /// <summary>Every word that somebody suggests; null where the file is accepted with the slip in it.</summary>
    private List<string>? Advice(Word word, string slip)
    {
        var path = Path.Combine(folder, word.File);
        var text = File.ReadAllText(path);
        try
        {
            File.WriteAllText(path, text.Remove(word.At, word.Text.Length).Insert(word.At, slip));
            var run = word.File.StartsWith("runs", StringComparison.Ordinal) || word.File.StartsWith("cohorts", StringComparison.Ordinal) ? path : Path.Combine(folder, "runs", "launch.conf");
            var config = LoadedConfig.Load(ConfigInput.Of(run, "genesis.snapshot.path=subnets.csv"), StrategyCatalogue.BuiltIn());
            return config.HasErrors ? [.. config.Diagnostics.ToImmutable().SelectMany(error => Suggested.Matches(error.Remedy ?? "")).Select(match => match.Groups["word"].Value)] : null;
        }
        finally
        {
            File.WriteAllText(path, text);
        }
    }

    /// <summary>Keys, and words that stand for a choice, wherever they are written. Names that a file gives to its own cohorts are free.</summary>
    private IEnumerable<Word> Words() =>
        from path in Directory.GetFiles(folder, "*.conf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let file = Path.GetRelativePath(folder, path)
        where file != "reference.conf" && !OfOtherForms.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
        let text = Blank(File.ReadAllText(path))
        let free = FreeNames(path)
        let keys = Key.Matches(text).Select(key => key.Groups["word"]).Where(key => !key.Value.StartsWith("x-", StringComparison.Ordinal) && !free.Contains(key.Value, StringComparer.Ordinal)).Concat(Choice.Matches(text).Select(choice => choice.Groups["word"])).ToArray()
        let others = keys.Select(key => key.Value).Concat(EveryName).Distinct(StringComparer.Ordinal).ToArray()
        from key in keys
        select new Word(file, key.Index, key.Value, others);

    /// <summary>All words that mean something somewhere: a slip that makes one of them may be no slip.</summary>
    private static readonly string[] EveryName =
        ["cohort", .. StrategyCatalogue.BuiltIn().Entries.Select(entry => entry.Name), .. StrategyCatalogue.BuiltIn().Entries.SelectMany(entry => entry.Knobs).Select(knob => knob.Key)];

    /// <summary>Comments and quoted texts as spaces, so that places stay what they are.</summary>
    private static string Blank(string text) => Unread.Replace(text, match => new string(' ', match.Length));

    /// <summary>Cohorts that a file describes itself, and rule sets. A cohort that an included file describes has its name from there.</summary>
    private static string[] FreeNames(string path)
    {
        if (path.Contains("protocol", StringComparison.Ordinal)) return [.. RuleSet.Matches(File.ReadAllText(path)).Select(set => set.Groups["name"].Value)];
        if (!path.Contains("runs", StringComparison.Ordinal) && !path.Contains("cohorts", StringComparison.Ordinal)) return [];
        var config = LoadedConfig.Load(ConfigInput.Of(path, "genesis.snapshot.path=subnets.csv"), StrategyCatalogue.BuiltIn());
        var cohorts = (ConfigObject)config.Tree.Root.Fields["cohorts"];
        return [.. cohorts.Fields.Where(cohort => Path.GetFileName(((ConfigObject)cohort.Value).Fields["role"].KeyOrigin.File) == Path.GetFileName(path)).Select(cohort => cohort.Key)];
    }

    private static string Slipped(string word, Dice dice)
    {
        var at = dice.Below(word.Length);
        var letter = (char)('a' + dice.Below(26));
        return dice.Below(6) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter.ToString()),
            2 => word.Remove(at, 1).Insert(at, letter.ToString()),
            3 => word.Insert(at, word[at].ToString()),
            4 when word.Contains('-', StringComparison.Ordinal) => word.Replace('-', '_'),
            _ when at + 1 < word.Length => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word + letter,
        };
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var inner in Directory.GetDirectories(from)) Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
    }

    [GeneratedRegex(@"#[^\n]*|""[^""\n]*""|\$\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Unread { get; }

    [GeneratedRegex(@"(?<![\w.$-]|= ?)(?:[a-z][\w-]*\.)*?(?<word>[a-z][\w-]*)(?= *=| *\{|\.[a-z])|(?<=[a-z]\.)(?<word>[a-z][\w-]*)(?= *=| *\{|\.[a-z])", RegexOptions.None, 1000)]
    private static partial Regex Key { get; }

    [GeneratedRegex(@"\b(?:role|strategy|kind|payout) = (?<word>[a-z][\w-]*)", RegexOptions.None, 1000)]
    private static partial Regex Choice { get; }

    [GeneratedRegex(@"\brules\.(?<name>[\w-]+)", RegexOptions.None, 1000)]
    private static partial Regex RuleSet { get; }

    [GeneratedRegex("(?<=did you mean [^?]*)\"(?<word>[^\"]+)\"(?=[^?]*\\?)", RegexOptions.None, 1000)]
    private static partial Regex Suggested { get; }

    private sealed record Word(string File, int At, string Text, string[] Others)
    {
        public override string ToString() => FormattableString.Invariant($"{File}@{At} {Text}");
    }
}
