namespace Dtao.Hocon;

internal sealed partial class Parser
{
    private Draft ParseFieldValue(TokenKind operation)
    {
        var sign = lexer.From(lexer.Behind - 1, lexer.Behind);
        var (before, behind) = (lexer.Current, lexer.Behind);
        lexer.SkipNewlines();
        var value = ParseValue(sign);
        if (lexer.Current.Ends)
            return value;

        // "a =" at a line's end takes the next line for its value, and then finds a second "=".
        if (before.Kind == TokenKind.Newline && lexer.Current.Kind == TokenKind.Separator)
        {
            diagnostics.Error(sign, "a value is missing here", "write it on the same line");
            lexer.Return(before, behind);
        }
        else
        {
            ReportTrailing(operation);
        }

        return new BrokenDraft(value.Origin);
    }

    private void ReportTrailing(TokenKind operation)
    {
        var text = SafeText.Excerpt(lexer.Between(lexer.Current.Start, lexer.Current.End));
        var remedy = lexer.Current.Kind == TokenKind.Unexpected || operation == TokenKind.Separator
            ? "put the text in quotes, or a comma between two fields"
            : "put a comma or a new line between";
        Error(lexer.Current, $"{text} cannot stand in a value without quotes", remedy);
        SkipField();
    }

    /// <summary>One value, or several side by side on one line.</summary>
    /// <param name="before">What to point at when there is none.</param>
    private Draft ParseValue(Origin before)
    {
        var (start, parts, gaps) = (lexer.Current.Start, new List<Draft>(1), new List<string>(1));
        var end = start;
        while (ParsePart() is { } part)
        {
            parts.Add(part);
            gaps.Add(parts.Count == 1 ? "" : lexer.Between(end, part.Origin.Start));
            end = part.Origin.Start + part.Origin.Extent;
        }

        if (parts.Count == 0)
            return MissingValue(before);
        if (parts.Exists(part => part is BrokenDraft))
            return new BrokenDraft(lexer.From(start, end));
        if (parts.Count == 1)
            return parts[0];
        var origin = lexer.From(start, end);
        return parts.TrueForAll(part => part is ScalarDraft)
            ? new ScalarDraft(ScalarKind.Text, string.Concat(parts.Select((part, i) => gaps[i] + ((ScalarDraft)part).Term.Text)), origin)
            : new JoinDraft(parts, gaps, origin);
    }

    private BrokenDraft MissingValue(Origin before)
    {
        if (lexer.Current.Ends)
            diagnostics.Error(before, "a value is missing here", "write it, or \"\" for an empty text");
        else
            ReportTrailing(TokenKind.Separator);
        return new BrokenDraft(before);
    }

    private Draft? ParsePart() => lexer.Current.Kind switch
    {
        TokenKind.Unquoted => Admitted(lexer.Advance(), token => new ScalarDraft(KindOf(token.Text), token.Text, lexer.OriginOf(token))),
        TokenKind.Quoted => Admitted(lexer.Advance(), token => new ScalarDraft(ScalarKind.Text, token.Text, lexer.OriginOf(token))),
        TokenKind.Reference or TokenKind.OptionalReference => Admitted(lexer.Advance(), ParseReference),
        TokenKind.OpenBrace => Admitted(lexer.Advance(), ParseObject),
        TokenKind.OpenBracket => Admitted(lexer.Advance(), ParseArray),
        _ => null,
    };

    private Draft Admitted(Token token, Func<Token, Draft> parse)
    {
        if (context.Admit(1))
            return parse(token);
        StopAtTooMany(token);
        return new BrokenDraft(lexer.OriginOf(token));
    }

    private void StopAtTooMany(Token token)
    {
        Error(token, $"more than {Limits.Values} values in one configuration", "make it smaller");
        lexer.SkipAll();
        toldUnclosed = true;
    }

    public static ScalarKind KindOf(string text) => text switch
    {
        "true" or "false" => ScalarKind.Boolean,
        "null" => ScalarKind.Null,
        _ => Characters.IsNumber(text) ? ScalarKind.Number : ScalarKind.Text,
    };
}
