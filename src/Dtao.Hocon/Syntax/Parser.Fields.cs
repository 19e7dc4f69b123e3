namespace Dtao.Hocon;

internal sealed partial class Parser
{
    private bool toldUnclosed;

    /// <param name="target">What the fields go into.</param>
    /// <param name="open">The opening brace, just passed; null at a root without braces.</param>
    private void ParseFields(ObjectDraft target, Token? open)
    {
        for (var wantsField = false; !IsAtEnd(TokenKind.CloseBrace, open); wantsField = SkipSeparator())
        {
            if (lexer.Current.Kind == TokenKind.Comma)
                Error(lexer.Current, wantsField ? "two commas in a row" : "a comma with nothing before it", "take the comma away");
            else if (lexer.Current.Closes)
                Error(lexer.Advance(), "a closing bracket that nothing opened", "take it away, or open it before");
            else if (IsInclude())
                ParseInclude(target);
            else
                ParseField(target);
        }
    }

    /// <summary>True at the end of an object or array, whose closing bracket is then passed.</summary>
    private bool IsAtEnd(TokenKind closer, Token? open)
    {
        lexer.SkipNewlines();
        var current = lexer.Current;
        if (current.Kind == TokenKind.End)
        {
            if (open is { } bracket && !toldUnclosed)
                Error(bracket, "a bracket is never closed", closer == TokenKind.CloseBrace ? "close it with }" : "close it with ]");
            toldUnclosed |= open is not null;
            return true;
        }

        if (open is null || !current.Closes)
            return false;
        if (current.Kind != closer)
            return EndWrongly(open.Value, current);
        lexer.Advance();
        return true;
    }

    /// <summary>A bracket of the wrong kind closes, too; but one that an outer bracket waits for is left to it.</summary>
    private bool EndWrongly(Token open, Token wrong)
    {
        var (opened, meant) = open.Kind == TokenKind.OpenBrace ? ("{", "}") : ("[", "]");
        Error(wrong, $"{lexer.Between(wrong.Start, wrong.End)} closes the {opened} opened at {lexer.OriginOf(open).Place}", $"write {meant}");
        if (!nesting.IsOpen(wrong.Kind))
            lexer.Advance();
        return true;
    }

    /// <summary>Passes the comma or the new lines behind a field or element; true when it was a comma.</summary>
    private bool SkipSeparator()
    {
        lexer.SkipNewlines();
        if (lexer.Current.Kind != TokenKind.Comma)
            return false;
        lexer.Advance();
        return true;
    }

    private void ParseField(ObjectDraft target)
    {
        var start = lexer.Current;
        var path = ReadFieldKey();
        if (path is null)
        {
            SkipField();
            return;
        }

        nesting.Enter(path);
        var cell = CellFor(target, path);
        var operation = PassOperator(start);
        var value = operation == TokenKind.Unexpected ? new BrokenDraft(lexer.OriginOf(start)) : ParseFieldValue(operation);
        cell.Assign(operation == TokenKind.Append ? new AppendDraft(value, value.Origin) : value, diagnostics);
        nesting.Leave(path);
    }

    private List<KeyPart>? ReadFieldKey()
    {
        var start = lexer.Current;
        if (start.Kind is TokenKind.Reference or TokenKind.OptionalReference)
            Error(start, "a substitution cannot be a key", "write the key itself; ${…} stands in values only");
        else if (KeyReader.Read(lexer, diagnostics) is { } path)
            return IsAdmitted(start, path.Count) ? path : null;
        return null;
    }

    private bool IsAdmitted(Token key, int levels)
    {
        if (!nesting.HasRoomFor(levels))
            Error(key, $"nested deeper than {Limits.Depth} levels", "make it flatter");
        else if (context.Admit(levels - 1))
            return true;
        else
            StopAtTooMany(key);
        return false;
    }

    private Cell CellFor(ObjectDraft target, List<KeyPart> path)
    {
        foreach (var part in path.SkipLast(1))
            target = target.FieldAt(part).Section(part.Origin, diagnostics);
        return target.FieldAt(path[^1]);
    }

    /// <summary>Passes <c>=</c>, <c>:</c> or <c>+=</c>; an object needs none.</summary>
    private TokenKind PassOperator(Token start)
    {
        var (key, behind) = (lexer.Current, lexer.Behind);
        lexer.SkipNewlines();
        switch (lexer.Current.Kind)
        {
            case TokenKind.Separator or TokenKind.Append:
                return lexer.Advance().Kind;
            case TokenKind.OpenBrace:
                return TokenKind.Separator;
            default:
                var name = SafeText.Excerpt(lexer.Between(start.Start, behind));
                lexer.Return(key, behind);
                if (key.Kind == TokenKind.Unexpected)
                    Error(key, $"{lexer.Between(key.Start, key.End)} cannot stand in a key without quotes", "put the key in quotes");
                else
                    diagnostics.Error(lexer.From(start.Start, behind), $"{name} has no value", "write key = value, or key { … }");
                SkipField();
                return TokenKind.Unexpected;
        }
    }
}
