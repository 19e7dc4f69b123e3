namespace Dtao.Hocon;

/// <summary>The written form of a way through the tree: keys with dots between, odd ones in quotes.</summary>
public static class ConfigPath
{
    public static string Join(IEnumerable<string> keys) => string.Join('.', keys.Select(Quote));

    /// <summary>The key as it must be written to be one element of a path.</summary>
    public static string Quote(string key) =>
        key.Length > 0 && key != "include" && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? key : QuotedText.Write(key);

    /// <summary>The keys of a written path; null when it is none.</summary>
    public static string[]? Parse(string path)
    {
        var silent = new DiagnosticBag();
        var lexer = new Lexer(new SourceText("path", path), silent);
        var keys = KeyReader.Read(lexer, silent);
        return keys is not null && lexer.Current.Kind == TokenKind.End && !silent.HasErrors ? [.. keys.Select(key => key.Name)] : null;
    }
}
