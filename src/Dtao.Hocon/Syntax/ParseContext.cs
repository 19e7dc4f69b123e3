namespace Dtao.Hocon;

/// <summary>What all files of one load share while they are parsed.</summary>
internal sealed class ParseContext(IConfigSource files, DiagnosticBag diagnostics)
{
    private int values;

    public DiagnosticBag Diagnostics => diagnostics;

    public IncludeLoader Includes { get; } = new(files, diagnostics);

    /// <summary>True when the texts were so large that nothing more is made of them.</summary>
    public bool IsOverfull => values > Limits.Values;

    /// <summary>Counts more written values; false beyond the limit.</summary>
    public bool Admit(int more) => (values += more) <= Limits.Values;
}
