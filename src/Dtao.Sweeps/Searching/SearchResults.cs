using System.Globalization;

namespace Dtao.Sweeps.Searching;

/// <summary>A candidate that has been run.</summary>
/// <param name="Of">What the score is of: seeds, targets and the hash of the configuration.</param>
public sealed record SearchRow(Candidate Candidate, Score Score, string Of);

/// <summary>The results of a search in a file: a line a candidate, in their order, written again after each, so that a search that was stopped can go on.</summary>
public sealed class SearchResults
{
    public const string First = "search.csv", OfFinals = "finals.csv";

    private const int OwnColumns = 5;

    private readonly string path;
    private readonly string header;
    private readonly SortedDictionary<int, SearchRow> rows = [];

    private SearchResults(string path, SearchPlan plan) =>
        (this.path, header) = (path, string.Join(',', ["candidate", "of", "held", "judged", "distance", .. plan.Settings.Select(setting => setting.Path)]));

    public IReadOnlyList<SearchRow> Rows => [.. rows.Values];

    /// <summary>The best first.</summary>
    public IReadOnlyList<SearchRow> Ranked => [.. rows.Values.OrderBy(row => row.Score)];

    /// <summary>What an earlier search of the same plan left behind; nothing where there is none.</summary>
    /// <param name="of">What each candidate's score would be of.</param>
    /// <exception cref="SearchChanged">The file is of another plan.</exception>
    public static SearchResults Open(string path, SearchPlan plan, Func<Candidate, string> of)
    {
        var results = new SearchResults(path, plan);
        if (File.Exists(results.path)) results.Take(File.ReadAllLines(results.path), plan.Tried.ToDictionary(candidate => candidate.Number), of);
        return results;
    }

    public bool Has(Candidate candidate) => rows.ContainsKey(candidate.Number);

    /// <summary>Keeps a row. The file changes as a whole or not at all.</summary>
    public void Add(SearchRow row)
    {
        rows[row.Candidate.Number] = row;
        File.WriteAllText(path + ".new", string.Join('\n', rows.Values.Select(Line).Prepend(header)) + "\n");
        File.Move(path + ".new", path, overwrite: true);
    }

    private void Take(string[] lines, Dictionary<int, Candidate> tried, Func<Candidate, string> of)
    {
        if (lines.FirstOrDefault() != header) throw new SearchChanged(path);
        foreach (var cells in lines.Skip(1).Select(line => line.Split(',')))
        {
            if (!int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 0) throw new SearchChanged(path);
            if (!tried.TryGetValue(number, out var candidate)) continue; // The plan asks for fewer now, or for others.
            rows[number] = Row(cells, candidate, of(candidate)) ?? throw new SearchChanged(path);
        }
    }

    private static SearchRow? Row(string[] cells, Candidate candidate, string of) =>
        cells.Length == OwnColumns + candidate.Values.Count && cells[1] == of && cells.Skip(OwnColumns).SequenceEqual(candidate.Values)
        && int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var held)
        && int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var judged)
        && double.TryParse(cells[4], NumberStyles.Float, CultureInfo.InvariantCulture, out var distance)
            ? new SearchRow(candidate, new Score(held, judged, distance), of)
            : null;

    private static string Line(SearchRow row) => string.Join(
        ',', [Whole(row.Candidate.Number), row.Of, Whole(row.Score.Held), Whole(row.Score.Judged), row.Score.Distance.ToString("R", CultureInfo.InvariantCulture), .. row.Candidate.Values]);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The results of an earlier search are of other seeds, targets or settings.</summary>
public sealed class SearchChanged(string path)
    : Exception($"{path} was written by another search, or the run that it varies has changed since: remove it, or search under another name.");
