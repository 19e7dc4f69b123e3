using Dtao.Records.Events;

namespace Dtao.Records.Scanning;

/// <summary>
/// Reads a filter: tests such as <c>netuid = 28</c> or <c>agent = herd-*</c>, joined by <c>and</c>, <c>or</c>, <c>not</c> and brackets;
/// <c>and</c> binds more than <c>or</c>.
/// </summary>
internal sealed class FilterParser
{
    private const int Deepest = 64;

    private readonly List<FilterToken> tokens;
    private readonly FilterFields fields;
    private int at, depth;

    private FilterParser(string filter, FilterFields fields) => (tokens, this.fields) = (FilterToken.All(filter), fields);

    /// <exception cref="FilterRefused">It says nothing.</exception>
    public static FilterNode Parse(string filter, FilterFields fields)
    {
        var parser = new FilterParser(filter, fields);
        var node = parser.Or();
        return parser.Now.Kind == TokenKind.End ? node : throw parser.Wrong(parser.Now.Kind == TokenKind.Close ? "this bracket closes nothing" : "expected and, or, or the end");
    }

    private FilterToken Now => tokens[at];

    private FilterNode Or()
    {
        var node = And();
        while (TakeWord("or")) node = new EitherNode(node, And());
        return node;
    }

    private FilterNode And()
    {
        var node = Not();
        while (TakeWord("and")) node = new BothNode(node, Not());
        return node;
    }

    private FilterNode Not()
    {
        if (++depth > Deepest) throw Wrong("the filter is nested too deeply");
        var node = TakeWord("not") ? new NotNode(Not()) : Now.Kind == TokenKind.Open ? Bracket() : Test();
        depth--;
        return node;
    }

    private FilterNode Bracket()
    {
        var open = tokens[at++];
        var node = Or();
        if (Now.Kind != TokenKind.Close) throw new FilterRefused("this bracket is never closed", open.Position, 1);
        at++;
        return node;
    }

    private TestNode Test()
    {
        if (Now.Kind != TokenKind.Word) throw Wrong("expected the name of a field");
        var name = tokens[at++];
        var field = FieldOf(name);
        if (Now.Kind != TokenKind.Operator) throw Wrong("expected =, !=, <, <=, >, >= or ~");
        var comparison = tokens[at++];
        if (Now.Kind is not (TokenKind.Word or TokenKind.Text)) throw Wrong("expected a value");
        var value = tokens[at++];
        var text = field == "Ev" && comparison.Text != "~" ? KindOf(value) : value.Text;
        var test = new TestNode(field, fields.SlotOf(field), comparison.Text, text);
        return test.IsOrdered && test.Number is null ? throw new FilterRefused($"{comparison.Text} compares numbers", value.Position, value.Length) : test;
    }

    /// <summary>As the schema writes it; a name in the wrong case is understood.</summary>
    private static string FieldOf(FilterToken name) =>
        EventSchema.FieldNames.FirstOrDefault(field => field == name.Text)
        ?? EventSchema.FieldNames.FirstOrDefault(field => field.Equals(name.Text, StringComparison.OrdinalIgnoreCase))
        ?? throw new FilterRefused("no event has this field", name.Position, name.Length, name.Text, EventSchema.FieldNames);

    private static string KindOf(FilterToken value)
    {
        string[] kinds = [.. EventSchema.All.Select(kind => kind.Name)];
        if (value.Text.Contains('*', StringComparison.Ordinal)) return value.Text;
        return kinds.FirstOrDefault(kind => kind.Equals(value.Text, StringComparison.OrdinalIgnoreCase))
            ?? throw new FilterRefused("there is no such type of event", value.Position, value.Length, value.Text, kinds);
    }

    private bool TakeWord(string word)
    {
        if (Now.Kind != TokenKind.Word || !Now.Text.Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        at++;
        return true;
    }

    private FilterRefused Wrong(string message) => new(message, Now.Position, Now.Length);
}
