using System.Collections.Immutable;
using Dtao.Sweeps.Database;

namespace Dtao.Sweeps.Analysis;

/// <summary>A setting that a sweep varied.</summary>
/// <param name="Position">Among the factors, from 0.</param>
/// <param name="Unit">Of its numbers; <see cref="SweepSchema.Words"/> where it has none.</param>
/// <param name="Levels">The values it had, as written, in the order of the plan.</param>
public sealed record StudiedFactor(int Position, string Path, bool IsSampled, string Unit, ImmutableArray<string> Levels)
{
    /// <summary>Whether its values are words, with nothing between them.</summary>
    public bool IsOfWords => Unit == SweepSchema.Words;

    /// <summary>Its own name and the one before it, where a whole path takes too much room: <c>foundation.stake</c>.</summary>
    public string Name => string.Join('.', Path.Split('.')[^Math.Min(2, Path.Count(c => c == '.') + 1)..]);
}
