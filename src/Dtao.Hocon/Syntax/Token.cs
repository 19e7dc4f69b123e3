namespace Dtao.Hocon;

/// <summary>A stretch of text; quoted and unquoted ones also have what they say.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text = "")
{
    public bool IsKeyPart => Kind is TokenKind.Quoted or TokenKind.Unquoted;

    public bool Opens => Kind is TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.Reference or TokenKind.OptionalReference;

    public bool Closes => Kind is TokenKind.CloseBrace or TokenKind.CloseBracket;

    /// <summary>Ends a field or an element: a new line, a comma, a closing bracket, the end.</summary>
    public bool Ends => Kind is TokenKind.Newline or TokenKind.Comma or TokenKind.End || Closes;
}
