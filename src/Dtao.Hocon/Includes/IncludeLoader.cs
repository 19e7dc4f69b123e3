namespace Dtao.Hocon;

/// <summary>Opens what include statements name: beside the including file first, then from the config root.</summary>
internal sealed class IncludeLoader(IConfigSource files, DiagnosticBag diagnostics)
{
    private int opened;

    /// <returns>Null when there is nothing to read; whether that is an error has then been reported.</returns>
    public SourceText? Open(string name, bool required, Origin statement)
    {
        if (++opened > Limits.Includes)
            return Refuse(statement, $"more than {Limits.Includes} includes", "put the parts together");
        if (IncludePath.Refusal(name) is { } refusal)
            return Refuse(statement, $"include \"{SafeText.Excerpt(name)}\" {refusal}", "name a file below the config root, such as \"protocol/launch.conf\"");
        var (path, reading) = Find(name, IncludePath.DirectoryOf(statement.File));
        if (reading.Text is not null)
            return IsOpen(path, statement) ? RefuseCycle(path, statement) : new SourceText(path, reading.Text, includedFrom: statement);
        return reading.Refusal is { } because ? Refuse(statement, $"include \"{SafeText.Excerpt(name)}\" {because}", "include a file that can be read") : Miss(name, required, statement);
    }

    private (string Path, FileReading Reading) Find(string name, string directory)
    {
        var beside = IncludePath.Below(directory, name);
        var reading = files.Read(beside);
        if (reading != FileReading.NotFound || directory.Length == 0)
            return (beside, reading);
        var below = IncludePath.Below("", name);
        return (below, files.Read(below));
    }

    private static bool IsOpen(string path, Origin statement) =>
        statement.File == path || statement.IncludeChain.Any(include => include.File == path);

    private SourceText? RefuseCycle(string path, Origin statement)
    {
        var way = statement.IncludeChain.Select(include => include.File).Prepend(statement.File).Reverse().Append(path);
        return Refuse(statement, $"an include leads back to itself: {string.Join(" -> ", way)}", "take one of the includes away");
    }

    private SourceText? Miss(string name, bool required, Origin statement)
    {
        if (required)
            return Refuse(statement, $"the included file \"{name}\" does not exist", "look at its name; it is sought beside this file and below the config root");
        diagnostics.Warning(statement, $"the included file \"{name}\" does not exist and is left out", "include required(file(\"…\")) makes this an error");
        return null;
    }

    private SourceText? Refuse(Origin statement, string message, string remedy)
    {
        diagnostics.Error(statement, message, remedy);
        return null;
    }
}
