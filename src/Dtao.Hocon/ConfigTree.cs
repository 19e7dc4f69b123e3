using System.Collections.Immutable;

namespace Dtao.Hocon;

/// <summary>What was read, as far as it could be read, and everything that was wrong with it.</summary>
public sealed record ConfigTree(ConfigObject Root, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether one of its files could not be read: what is missing then is missing for that.</summary>
    public bool IsUnread { get; init; }

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
