namespace Dtao.Hocon;

/// <summary>Reads one text into an object. After an error it goes on behind the field or element that has it.</summary>
internal sealed partial class Parser
{
    private readonly SourceText source;
    private readonly ParseContext context;
    private readonly DiagnosticBag diagnostics;
    private readonly Lexer lexer;
    private readonly Nesting nesting;

    private Parser(SourceText source, ParseContext context, Nesting nesting)
    {
        (this.source, this.context, this.nesting) = (source, context, nesting);
        diagnostics = context.Diagnostics;
        lexer = new Lexer(source, diagnostics);
    }

    /// <param name="source">The text.</param>
    /// <param name="target">What its fields go into.</param>
    /// <param name="context">What it shares with the other texts.</param>
    /// <param name="nesting">Where in the whole configuration it stands.</param>
    public static void Parse(SourceText source, ObjectDraft target, ParseContext context, Nesting nesting) =>
        new Parser(source, context, nesting.Scoped()).ParseRoot(target);

    private void ParseRoot(ObjectDraft target)
    {
        lexer.SkipNewlines();
        switch (lexer.Current.Kind)
        {
            case TokenKind.OpenBracket:
                diagnostics.Error(lexer.OriginOf(lexer.Current), "the root of a configuration is an array", "give the array a key");
                return;
            case TokenKind.OpenBrace:
                var open = lexer.Advance();
                nesting.Open(TokenKind.CloseBrace);
                ParseFields(target, open);
                nesting.Close();
                ExpectEnd();
                return;
            default:
                ParseFields(target, open: null);
                return;
        }
    }

    private void ExpectEnd()
    {
        lexer.SkipNewlines();
        if (lexer.Current.Kind != TokenKind.End)
            Error(lexer.Current, "text after the closing } of the whole file", "put it before the }");
    }

    private void Error(Token at, string message, string remedy) => diagnostics.Error(lexer.OriginOf(at), message, remedy);

    /// <summary>Leaves a field or element that has an error: to its line's end, its comma, or the bracket that closes around it.</summary>
    private void SkipField()
    {
        for (var depth = 0; lexer.Current.Kind != TokenKind.End; lexer.Advance())
        {
            if (depth == 0 && lexer.Current.Ends)
                return;
            depth += lexer.Current.Opens ? 1 : lexer.Current.Closes ? -1 : 0;
        }
    }
}
