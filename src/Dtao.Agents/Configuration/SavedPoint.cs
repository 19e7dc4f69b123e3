using System.Globalization;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Configuration;

/// <summary>A block of an earlier run at whose close its ledger was saved: <c>RUN@BLOCK</c>.</summary>
/// <param name="Run">Name of its folder below the folder of runs.</param>
public sealed record SavedPoint(string Run, Block Block)
{
    /// <summary>Null for a text that is not of this form.</summary>
    public static SavedPoint? Parse(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && long.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var block)
            ? new SavedPoint(text[..at], new Block(block))
            : null;
    }

    public override string ToString() => FormattableString.Invariant($"{Run}@{Block.Height}");
}
