using System.Globalization;

namespace Dtao.Hocon;

/// <summary>Writes diagnostics for people: position, message, the line with a caret under the place, and the remedy.</summary>
public static class DiagnosticPrinter
{
    private const int GutterWidth = 5;

    public static void Print(TextWriter output, DiagnosticBag diagnostics) => Print(output, diagnostics.ToImmutable(), diagnostics.Errors);

    /// <param name="output">Gets text that no user text can steer.</param>
    /// <param name="diagnostics">In any order.</param>
    /// <param name="total">All errors, when more were found than are kept.</param>
    public static void Print(TextWriter output, IEnumerable<Diagnostic> diagnostics, int? total = null)
    {
        var all = InOrder(diagnostics);
        foreach (var diagnostic in all)
            Print(output, diagnostic);
        var errors = all.Count(diagnostic => diagnostic.Severity == Severity.Error);
        if (errors > 0)
            output.Write(Closing(errors, total ?? errors));
    }

    /// <summary>File by file, each from its top.</summary>
    public static IReadOnlyList<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics)
    {
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. diagnostics
            .Select(diagnostic => (Diagnostic: diagnostic, File: Rank(files, diagnostic.File)))
            .OrderBy(each => each.File).ThenBy(each => each.Diagnostic.Origin.Start)
            .Select(each => each.Diagnostic)];
    }

    private static void Print(TextWriter output, Diagnostic diagnostic)
    {
        var severity = diagnostic.Severity == Severity.Error ? "error" : "warning";
        output.Write($"{SafeText.Escape(diagnostic.Origin.Place)} {severity}: {SafeText.Escape(diagnostic.Message)}\n");
        if (diagnostic.Remedy is not { } remedy)
            return;
        if (!diagnostic.Origin.HasLine)
        {
            output.Write($"{new string(' ', GutterWidth)} {SafeText.Escape(remedy)}\n");
            return;
        }

        var (line, caret) = SourceExcerpt.Around(diagnostic.Origin);
        var number = diagnostic.Line.ToString(CultureInfo.InvariantCulture).PadLeft(GutterWidth);
        output.Write($"{number} | {line}\n{new string(' ', number.Length)} | {caret} {SafeText.Escape(remedy)}\n");
    }

    private static int Rank(Dictionary<string, int> files, string file)
    {
        files.TryAdd(file, files.Count);
        return files[file];
    }

    private static string Closing(int shown, int total)
    {
        var count = total.ToString(CultureInfo.InvariantCulture);
        var excess = total > shown ? $", of which {shown.ToString(CultureInfo.InvariantCulture)} are shown" : "";
        return $"{count} error{(total == 1 ? "" : "s")}{excess}. Nothing was run.\n";
    }
}
