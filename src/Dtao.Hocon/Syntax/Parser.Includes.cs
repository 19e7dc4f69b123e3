namespace Dtao.Hocon;

internal sealed partial class Parser
{
    private const string Forms = "write include \"file.conf\", include file(\"file.conf\") or include required(file(\"file.conf\"))";

    private bool IsInclude() => lexer.Current is { Kind: TokenKind.Unquoted, Text: "include" };

    private void ParseInclude(ObjectDraft target)
    {
        var keyword = lexer.Advance();
        lexer.SkipNewlines();
        var opening = lexer.Current.Kind == TokenKind.Unquoted ? lexer.Advance().Text : "";
        var name = lexer.Current;
        if (name.Kind == TokenKind.Quoted && Closing(opening) is { } closing)
        {
            lexer.Advance();
            if (PassClosing(closing))
            {
                Include(target, name, required: opening.StartsWith("required", StringComparison.Ordinal), lexer.From(keyword.Start, lexer.Behind));
                return;
            }
        }

        ReportInclude(keyword, opening);
        SkipField();
    }

    private static string? Closing(string opening) => opening switch
    {
        "" => "",
        "file(" or "required(" => ")",
        "required(file(" => "))",
        _ => null,
    };

    private bool PassClosing(string closing)
    {
        if (closing.Length > 0 && lexer.Current is { Kind: TokenKind.Unquoted } token && token.Text == closing)
            lexer.Advance();
        else if (closing.Length > 0)
            return false;
        return lexer.Current.Ends;
    }

    private void Include(ObjectDraft target, Token name, bool required, Origin statement)
    {
        if (source.Kind == SourceKind.Setting)
            diagnostics.Error(statement, "a setting cannot include a file", "write the include in the file");
        else if (context.Includes.Open(name.Text, required, statement) is { } included)
            Parse(included, target, context, nesting);
    }

    private void ReportInclude(Token keyword, string opening)
    {
        var form = opening.Replace("required(", "", StringComparison.Ordinal);
        var message = form is "url(" or "classpath(" or "package("
            ? $"include {form}…) is not supported"
            : "include is not followed by a file name";
        diagnostics.Error(lexer.From(keyword.Start, Math.Max(keyword.End, lexer.Behind)), message, Forms + "; a key of that name is \"include\"");
    }
}
