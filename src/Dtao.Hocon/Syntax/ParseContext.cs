namespace Dtao.Hocon;

/// <summary>What all files of one load share while they are parsed.</summary>
internal sealed class ParseContext(IConfigSource files, DiagnosticBag diagnostics)
{
    private int values;

    public DiagnosticBag Diagnostics => diagnostics;

    public IncludeLoader Includes { get; } = new(files, diagnostics);

    /// <summary>Counts more written values; false beyond the limit.</summary>
    public bool Admit(int more) => (values += more) <= Limits.Values;
}
