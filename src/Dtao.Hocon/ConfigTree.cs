using System.Collections.Immutable;

namespace Dtao.Hocon;

/// <summary>What was read, as far as it could be read, and everything that was wrong with it.</summary>
public sealed record ConfigTree(ConfigObject Root, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
