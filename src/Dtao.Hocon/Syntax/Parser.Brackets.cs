namespace Dtao.Hocon;

internal sealed partial class Parser
{
    private Draft ParseObject(Token open)
    {
        if (!nesting.HasRoomFor(1))
            return SkipTooDeep(open);
        var fields = new ObjectDraft(lexer.OriginOf(open), implied: false);
        nesting.Open(TokenKind.CloseBrace);
        ParseFields(fields, open);
        nesting.Close();
        fields.Extend(lexer.From(open.Start, lexer.Behind));
        return fields;
    }

    private Draft ParseArray(Token open)
    {
        if (!nesting.HasRoomFor(1))
            return SkipTooDeep(open);
        var items = new List<Draft>();
        nesting.Open(TokenKind.CloseBracket);
        nesting.EnterArray();
        for (var wantsItem = false; !IsAtEnd(TokenKind.CloseBracket, open); wantsItem = SkipSeparator())
        {
            if (lexer.Current.Kind == TokenKind.Comma)
                Error(lexer.Current, wantsItem ? "two commas in a row" : "a comma with nothing before it", "take the comma away");
            else
                items.Add(ParseItem());
        }

        nesting.LeaveArray();
        nesting.Close();
        return new ArrayDraft(items, lexer.From(open.Start, lexer.Behind));
    }

    private Draft ParseItem()
    {
        var value = ParseValue(lexer.OriginOf(lexer.Current));
        if (lexer.Current.Ends)
            return value;
        ReportTrailing(TokenKind.Comma);
        return new BrokenDraft(value.Origin);
    }

    private BrokenDraft SkipTooDeep(Token open)
    {
        Error(open, $"nested deeper than {Limits.Depth} levels", "make it flatter");
        for (var depth = 1; depth > 0 && lexer.Current.Kind != TokenKind.End; lexer.Advance())
            depth += lexer.Current.Opens ? 1 : lexer.Current.Closes ? -1 : 0;
        toldUnclosed |= lexer.Current.Kind == TokenKind.End;
        return new BrokenDraft(lexer.From(open.Start, lexer.Behind));
    }

    /// <summary>The path and the closing brace of <c>${path}</c>.</summary>
    private Draft ParseReference(Token open)
    {
        var path = KeyReader.Read(lexer, diagnostics);
        var closed = lexer.Current.Kind == TokenKind.CloseBrace;
        if (!closed && path is not null)
            diagnostics.Error(lexer.From(open.Start, lexer.Behind), "a substitution is not closed", "close it with }; nothing but a path stands in it");
        if (!closed)
            SkipReference();
        if (lexer.Current.Kind == TokenKind.CloseBrace)
            lexer.Advance();
        var origin = lexer.From(open.Start, lexer.Behind);
        return path is null || !closed
            ? new BrokenDraft(origin)
            : new ReferenceDraft([.. nesting.Scope, .. path.Select(part => part.Name)], nesting.Scope.Length, open.Kind == TokenKind.OptionalReference, origin);
    }

    private void SkipReference()
    {
        for (var depth = 0; lexer.Current.Kind is not (TokenKind.End or TokenKind.Newline); lexer.Advance())
        {
            if (depth == 0 && lexer.Current.Kind == TokenKind.CloseBrace)
                return;
            depth += lexer.Current.Opens ? 1 : lexer.Current.Closes ? -1 : 0;
        }
    }
}
