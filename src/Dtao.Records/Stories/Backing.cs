using System.Collections.Immutable;
using System.Globalization;

namespace Dtao.Records.Stories;

/// <summary>Where a statement can be looked up: ids as in events.clef and run.db, and the blocks it is about.</summary>
/// <param name="Events">May be empty: a price has no id.</param>
public sealed record Backing(ImmutableArray<string> Events, long FromBlock, long ToBlock)
{
    public static Backing Of(long block, params ImmutableArray<string> events) => new(events, block, block);

    public override string ToString() => $"[{string.Join(", ", Events.Append(Blocks))}]";

    private string Blocks => FromBlock == ToBlock ? $"block {Whole(FromBlock)}" : $"blocks {Whole(FromBlock)} to {Whole(ToBlock)}";

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
