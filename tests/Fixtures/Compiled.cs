using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dtao.Fixtures;

/// <summary>Assemblies made of a few lines, as researchers would bring them.</summary>
internal static class Compiled
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using Dtao.Protocol.Ledgers;
        using Dtao.Strategies.Acting;
        using Dtao.Strategies.Catalogue;
        using Dtao.Strategies.Numerics;
        using Dtao.Strategies.Sensing;

        """;

    /// <summary>What these tests themselves run on.</summary>
    private static readonly string[] Platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    /// <summary>A strategy that buys the first subnet at each look, in the C# of the compiler that these tests have.</summary>
    public static string Buyer(string name, string more = "") => $$"""
        [Strategy("{{name}}", Role.Speculator, Rule = "It buys the first subnet.", Source = "a test")]
        public sealed class {{name.Replace("-", "", StringComparison.Ordinal)}} : IStrategy
        {
            {{more}}

            [Knob(KnobUnit.Fraction, "Share of its cash that it spends at a look", AtLeast = 0, AtMost = 1)]
            public double Share { get; set; }

            public Intent Decide(Sight sight, Dice dice) => Intent.Of((IEnumerable<LedgerCommand>)new[] { sight.Buy(sight.Quotes[0], Share * sight.Cash) }).WakeMe(ImmutableArray.Create(When.In(sight.Now, 5)));
        }
        """;

    public static void Strategies(string path, params string[] classes) => Emit(path, Usings + string.Join('\n', classes), Platform.Select(dll => MetadataReference.CreateFromFile(dll)));

    /// <summary>One that was built against another version of an assembly that the program has, or may have.</summary>
    public static void Against(string path, string assembly, string version)
    {
        var core = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        var other = Path.ChangeExtension(path, ".other.dll");
        Emit(other, $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]\npublic class Other {{ }}", [core], assembly);
        Emit(path, "public class Mine : Other { }", [core, MetadataReference.CreateFromFile(other)]);
        File.Delete(other);
    }

    private static void Emit(string path, string source, IEnumerable<MetadataReference> references, string? name = null)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true);
        var result = CSharpCompilation.Create(name ?? Path.GetFileNameWithoutExtension(path), [CSharpSyntaxTree.ParseText(source)], references, options).Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }
}
