using System.Collections.Immutable;

namespace Dtao.Hocon;

/// <summary>Collects what is wrong, each thing once, so that all of it can be told in one pass.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> kept = [];
    private readonly HashSet<(Origin, string)> seen = [];

    public DiagnosticBag()
    {
    }

    public DiagnosticBag(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            Add(diagnostic);
    }

    /// <summary>Errors reported, those beyond <see cref="Limits.Diagnostics"/> counted too.</summary>
    public int Errors { get; private set; }

    public bool HasErrors => Errors > 0;

    /// <summary>True when what comes now is only counted, so that nobody need look for a remedy.</summary>
    public bool IsFull => kept.Count >= Limits.Diagnostics;

    public void Error(Origin origin, string message, string? remedy = null) => Add(new Diagnostic(Severity.Error, origin, message, remedy));

    public void Warning(Origin origin, string message, string? remedy = null) => Add(new Diagnostic(Severity.Warning, origin, message, remedy));

    public void Add(Diagnostic diagnostic)
    {
        if (IsFull)
        {
            Count(diagnostic, 1);
            return;
        }

        if (!seen.Add((diagnostic.Origin, diagnostic.Message)))
            return;
        kept.Add(diagnostic);
        Count(diagnostic, 1);
    }

    /// <summary>Takes back a diagnostic that a later one explains better.</summary>
    public void Withdraw(Diagnostic diagnostic)
    {
        if (kept.Remove(diagnostic))
            Count(diagnostic, -1);
    }

    public ImmutableArray<Diagnostic> ToImmutable() => [.. kept];

    private void Count(Diagnostic diagnostic, int by) => Errors += diagnostic.Severity == Severity.Error ? by : 0;
}
