using Shouldly;

namespace Dtao.Hocon.Tests;

/// <summary>Configurations made of a few lines, for tests.</summary>
internal static class Some
{
    public static readonly IReadOnlyDictionary<string, string> Environment = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DTAO_SEED"] = "42",
        ["DTAO_TITLE"] = "from outside",
        ["HOME"] = "secret",
    };

    public static ConfigTree Tree(string text) => Tree(ConfigLayer.Text("test.conf", text));

    public static ConfigTree Tree(params ConfigLayer[] layers) => Tree(new Dictionary<string, string>(StringComparer.Ordinal), layers);

    public static ConfigTree Tree(Dictionary<string, string> files, params ConfigLayer[] layers) =>
        ConfigLoader.Load(new MemoryConfigSource(files), layers, environment: Environment);

    public static string Json(ConfigTree tree)
    {
        Errors(tree).ShouldBeEmpty();
        return JsonPrinter.Print(tree.Root);
    }

    public static string Json(string text) => Json(Tree(text));

    public static string[] Errors(string text) => Errors(Tree(text));

    public static string[] Errors(ConfigTree tree) =>
        [.. tree.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(Line)];

    public static string Line(Diagnostic diagnostic) => $"{diagnostic.Origin.Place} {diagnostic.Message}";

    public static string Printed(DiagnosticBag diagnostics)
    {
        using var output = new StringWriter();
        DiagnosticPrinter.Print(output, diagnostics);
        return output.ToString();
    }
}
