namespace Dtao.Hocon;

internal enum TokenKind
{
    End,
    Newline,
    Comma,
    Separator,
    Append,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Reference,
    OptionalReference,
    Quoted,
    Unquoted,
    Unexpected,
}
