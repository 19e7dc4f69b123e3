namespace Dtao.Hocon;

/// <summary>Reads one token at a time; white space and comments fall away, new lines stay.</summary>
internal sealed class Lexer
{
    private readonly SourceText source;
    private readonly DiagnosticBag diagnostics;
    private readonly string text;

    public Lexer(SourceText source, DiagnosticBag diagnostics)
    {
        (this.source, this.diagnostics, text) = (source, diagnostics, source.Text);
        Current = Read(0);
    }

    public Token Current { get; private set; }

    /// <summary>Where the token before the current one ended.</summary>
    public int Behind { get; private set; }

    public Token Advance()
    {
        var passed = Current;
        Behind = passed.End;
        Current = Read(passed.End);
        return passed;
    }

    public void SkipNewlines()
    {
        while (Current.Kind == TokenKind.Newline)
            Advance();
    }

    /// <summary>Goes back to a token that <see cref="Current"/> has been.</summary>
    public void Return(Token to, int behind) => (Current, Behind) = (to, behind);

    public void SkipAll() => Current = new Token(TokenKind.End, text.Length, text.Length);

    public Origin OriginOf(Token token) => From(token.Start, token.End);

    public Origin From(int start, int end) => new(source, start, end - start);

    public string Between(int start, int end) => text[start..end];

    private Token Read(int from)
    {
        var at = SkipSpace(from);
        if (at >= text.Length)
            return new Token(TokenKind.End, text.Length, text.Length);
        return text[at] switch
        {
            '\n' => new Token(TokenKind.Newline, at, at + 1),
            ',' => new Token(TokenKind.Comma, at, at + 1),
            '=' or ':' => new Token(TokenKind.Separator, at, at + 1),
            '{' => new Token(TokenKind.OpenBrace, at, at + 1),
            '}' => new Token(TokenKind.CloseBrace, at, at + 1),
            '[' => new Token(TokenKind.OpenBracket, at, at + 1),
            ']' => new Token(TokenKind.CloseBracket, at, at + 1),
            '+' when Follows(at, "+=") => new Token(TokenKind.Append, at, at + 2),
            '$' when Follows(at, "${?") => new Token(TokenKind.OptionalReference, at, at + 3),
            '$' when Follows(at, "${") => new Token(TokenKind.Reference, at, at + 2),
            '"' => ReadQuoted(at),
            _ => ReadUnquoted(at),
        };
    }

    private int SkipSpace(int at)
    {
        while (at < text.Length && Characters.IsSpace(text[at]))
            at++;
        if (!Characters.StartsComment(text.AsSpan(at)))
            return at;
        var length = text.AsSpan(at).IndexOf('\n');
        return length < 0 ? text.Length : at + length;
    }

    private Token ReadQuoted(int at)
    {
        var quoted = new QuotedText(source, at, diagnostics);
        var said = quoted.Read();
        return new Token(TokenKind.Quoted, at, quoted.End, said);
    }

    private Token ReadUnquoted(int start)
    {
        // Only a number may hold a plus sign, as in 1e+5.
        var end = start + Characters.NumberLength(text.AsSpan(start));
        while (end < text.Length && Characters.IsUnquoted(text[end]) && !Follows(end, "//"))
            end++;
        return end > start
            ? new Token(TokenKind.Unquoted, start, end, text[start..end])
            : new Token(TokenKind.Unexpected, start, start + 1);
    }

    private bool Follows(int at, string what) => text.AsSpan(at).StartsWith(what, StringComparison.Ordinal);
}
