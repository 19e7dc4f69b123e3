using System.Collections.ObjectModel;

namespace Dtao.Hocon;

/// <summary>Reads layers, puts them over one another, and then looks substitutions up.</summary>
public sealed class ConfigLoader
{
    private readonly DiagnosticBag diagnostics;
    private readonly IConfigSource files;
    private readonly ParseContext context;
    private readonly ObjectDraft document = Nothing();
    private bool isUnread;

    private ConfigLoader(IConfigSource files, DiagnosticBag diagnostics)
    {
        (this.files, this.diagnostics) = (files, diagnostics);
        context = new ParseContext(files, diagnostics);
    }

    /// <param name="files">Where file layers and includes are read.</param>
    /// <param name="layers">The weakest first.</param>
    /// <param name="diagnostics">Collects what is wrong.</param>
    /// <param name="environment">Variables that <c>${?DTAO_X}</c> may name; those with other names are out of reach.</param>
    public static ConfigTree Load(
        IConfigSource files, IEnumerable<ConfigLayer> layers, DiagnosticBag? diagnostics = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var bag = diagnostics ?? new DiagnosticBag();
        var loader = new ConfigLoader(files, bag);
        foreach (var layer in layers)
            loader.Add(layer);
        var resolver = new Resolver(bag, environment ?? ReadOnlyDictionary<string, string>.Empty);
        var root = new Materializer(bag).Root(resolver.Start(loader.context.IsOverfull ? Nothing() : loader.document));
        return new ConfigTree(root, bag.ToImmutable()) { IsUnread = loader.isUnread };
    }

    private static ObjectDraft Nothing() => new(new Origin(new SourceText("configuration", ""), 0, 0), implied: true);

    private void Add(ConfigLayer layer)
    {
        var name = layer.Name;
        var reading = layer.Content is { } content ? FileReading.Found(content) : ReadFile(name);
        if (reading.Text is not { } text)
        {
            diagnostics.Error(Origin.Unread(name), $"the file {reading.Refusal ?? "does not exist"}", reading.Refusal is null ? layer.Remedy : null);
            isUnread = true;
            return;
        }

        var source = new SourceText(name, text, layer.Kind);
        document.Absorb(new ObjectDraft(new Origin(source, 0, 0), implied: layer.Kind == SourceKind.Setting), diagnostics);
        Parser.Parse(source, document, context, Nesting.Root);
    }

    private FileReading ReadFile(string name) =>
        IncludePath.Refusal(name) is { } refusal ? FileReading.Refused(refusal) : files.Read(IncludePath.Below("", name));
}
