namespace Dtao.Hocon;

/// <summary>One thing to mend, and where.</summary>
/// <param name="Severity">An error keeps anything from running; a warning does not.</param>
/// <param name="Origin">The text under the caret.</param>
/// <param name="Message">What is wrong, on one line.</param>
/// <param name="Remedy">What to write instead; null when the message says so itself.</param>
public sealed record Diagnostic(Severity Severity, Origin Origin, string Message, string? Remedy = null)
{
    public string File => Origin.File;

    public int Line => Origin.Line;

    /// <summary>Counted in characters, from 1.</summary>
    public int Column => Origin.Column;

    /// <summary>Characters under the caret.</summary>
    public int Length => Origin.Length;
}
