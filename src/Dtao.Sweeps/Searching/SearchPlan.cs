using System.Collections.Immutable;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Searching;

/// <summary>What is sought: settings of a run under which most figures of some targets hold.</summary>
/// <param name="Base">The run whose settings are varied.</param>
/// <param name="Seeds">Every candidate is run under each of them.</param>
/// <param name="Record">File of targets.</param>
/// <param name="Targets">Numbers of the targets that candidates are scored by, ascending.</param>
/// <param name="Candidates">How many are drawn.</param>
/// <param name="Seed">What settings are drawn from.</param>
/// <param name="Finals">How the best are told from the lucky; null where the first scores decide.</param>
public sealed record SearchPlan(
    string Base, IReadOnlyList<ulong> Seeds, string Record, IReadOnlyList<int> Targets, int Candidates, ulong Seed, IReadOnlyList<SearchedSetting> Settings, Finals? Finals = null)
{
    /// <summary>Where its settings are written.</summary>
    public SettingPlaces Places { get; init; } = SettingPlaces.None;

    /// <summary>Numbers of those who are left, in the finals; empty for all.</summary>
    private ImmutableArray<int> Left { get; init; } = [];

    /// <summary>By number: first the base as it stands, which the others are to better, then those drawn.</summary>
    public IReadOnlyList<Candidate> Tried =>
        [.. Enumerable.Range(1, Candidates).Select(Draw).Prepend(new(0, [.. Settings.Select(_ => "")], this)).Where(candidate => Left.IsEmpty || Left.Contains(candidate.Number))];

    /// <summary>The best once more, under seeds that none of them was chosen for; null where no finals are planned.</summary>
    public SearchPlan? FinalsOf(IEnumerable<SearchRow> ranked) => Finals is null
        ? null
        : this with { Seeds = Finals.Seeds, Finals = null, Left = [.. ranked.Take(Finals.Best).Select(row => row.Candidate.Number)] };

    private Candidate Draw(int number) => new(number, [.. Settings.Select(setting => setting.ValueFor(Seed, number))], this);
}

/// <param name="Best">How many of the best are run again.</param>
/// <param name="Seeds">Those of the finals, none of them among the first.</param>
public sealed record Finals(int Best, IReadOnlyList<ulong> Seeds);

/// <summary>One choice of all settings.</summary>
/// <param name="Number">From 1; 0 is the base as it stands.</param>
/// <param name="Values">As drawn, in the order of the plan's settings; empty where the base's own value stays.</param>
public sealed record Candidate(int Number, IReadOnlyList<string> Values, SearchPlan Plan)
{
    public bool IsBase => Number == 0;

    /// <summary>As on the command line: <c>a.b=1</c>.</summary>
    public IReadOnlyList<string> Settings => Written("=");

    /// <summary>Lines to paste into a run file.</summary>
    public IReadOnlyList<string> Hocon => Written(" = ");

    private IReadOnlyList<string> Written(string equals) =>
        [.. Plan.Settings.Zip(Values).Where(pair => pair.Second.Length > 0).Select(pair => pair.First.Path + equals + pair.First.Written(pair.Second))];
}
