namespace Dtao.Records.Scanning;

internal enum TokenKind
{
    Word,
    Text,
    Operator,
    Open,
    Close,
    End,
}

/// <summary>A piece of a filter.</summary>
/// <param name="Text">Without quotes.</param>
internal readonly record struct FilterToken(TokenKind Kind, string Text, int Position, int Length)
{
    private const string WordCharacters = "_@.*+-:";

    /// <summary>All of a filter's pieces, the end last.</summary>
    /// <exception cref="FilterRefused">It holds what is none.</exception>
    public static List<FilterToken> All(string filter)
    {
        var tokens = new List<FilterToken>();
        for (var at = 0; at < filter.Length; at += tokens[^1].Length)
        {
            while (at < filter.Length && filter[at] == ' ') at++;
            if (at == filter.Length) break;
            tokens.Add(At(filter, at));
        }
        tokens.Add(new FilterToken(TokenKind.End, "", filter.Length, 0));
        return tokens;
    }

    private static FilterToken At(string filter, int at) => filter[at] switch
    {
        '(' => new(TokenKind.Open, "(", at, 1),
        ')' => new(TokenKind.Close, ")", at, 1),
        '\'' or '"' => Quoted(filter, at),
        '=' or '~' => new(TokenKind.Operator, filter[at].ToString(), at, 1),
        '<' or '>' or '!' => Comparison(filter, at),
        var c when IsWord(c) => Word(filter, at),
        _ => throw new FilterRefused("this is no part of a filter", at, 1),
    };

    private static FilterToken Comparison(string filter, int at)
    {
        var length = at + 1 < filter.Length && filter[at + 1] == '=' ? 2 : 1;
        return filter[at] == '!' && length == 1
            ? throw new FilterRefused("! is no comparison; write != or not", at, 1)
            : new(TokenKind.Operator, filter.Substring(at, length), at, length);
    }

    private static FilterToken Quoted(string filter, int at)
    {
        var end = filter.IndexOf(filter[at], at + 1);
        return end < 0
            ? throw new FilterRefused("this quote is never closed", at, 1)
            : new(TokenKind.Text, filter[(at + 1)..end], at, end - at + 1);
    }

    private static FilterToken Word(string filter, int at)
    {
        var end = at;
        while (end < filter.Length && IsWord(filter[end])) end++;
        return new(TokenKind.Word, filter[at..end], at, end - at);
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || WordCharacters.Contains(c, StringComparison.Ordinal);
}
