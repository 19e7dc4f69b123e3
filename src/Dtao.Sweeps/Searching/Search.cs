using Dtao.Records.Validation;
using Dtao.Sweeps.Ensembles;

namespace Dtao.Sweeps.Searching;

/// <summary>Runs every candidate under every seed and scores it by the medians, as a validation would.</summary>
/// <param name="targets">Those that count.</param>
public sealed class Search(SearchPlan plan, TargetSet targets, SearchResults results)
{
    private readonly Lock written = new();

    /// <param name="jobs">Candidates at a time. Results do not depend on it.</param>
    /// <param name="of">What a candidate's score is of.</param>
    /// <param name="run">Runs and measures a candidate under a seed. What it throws is thrown again once the candidates under way have ended.</param>
    /// <param name="onScored">Told of each candidate; one at a time.</param>
    public void Run(int jobs, Func<Candidate, string> of, Func<Candidate, ulong, RunMeasures> run, Action<SearchRow> onScored)
    {
        var left = plan.Tried.Where(candidate => !results.Has(candidate)).ToArray();
        Ensemble.Run(left, jobs, candidate => Keep(Scored(candidate, of, run), onScored));
    }

    private SearchRow Scored(Candidate candidate, Func<Candidate, string> of, Func<Candidate, ulong, RunMeasures> run) =>
        new(candidate, Score.Of(Scorecard.Of(targets, [.. plan.Seeds.Select(seed => run(candidate, seed))], [])), of(candidate));

    private SearchRow Keep(SearchRow row, Action<SearchRow> onScored)
    {
        lock (written)
        {
            results.Add(row);
            onScored(row);
        }
        return row;
    }
}
