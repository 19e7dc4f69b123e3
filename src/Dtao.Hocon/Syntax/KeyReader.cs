using System.Text;

namespace Dtao.Hocon;

/// <summary>Reads a path: dots part it, quotes protect dots, and white space between words belongs to them.</summary>
internal sealed class KeyReader
{
    private readonly Lexer lexer;
    private readonly List<KeyPart> parts = [];
    private readonly StringBuilder name = new();
    private int partStart;
    private int partEnd;
    private bool quoted;
    private bool hasEmpty;

    private KeyReader(Lexer lexer) => (this.lexer, partStart) = (lexer, lexer.Current.Start);

    /// <summary>The path at the current token; null, with an error reported, when there is none.</summary>
    public static List<KeyPart>? Read(Lexer lexer, DiagnosticBag diagnostics)
    {
        var start = lexer.Current;
        if (!start.IsKeyPart)
        {
            diagnostics.Error(lexer.OriginOf(start), "a key is missing here", "a key is a word or a quoted text; dots part it, as in a.b.\"c.d\"");
            return null;
        }

        if (IsWhole(lexer, start))
            return [new KeyPart(start.Text, lexer.OriginOf(start))];
        var reader = new KeyReader(lexer);
        reader.ReadAll();
        if (!reader.hasEmpty)
            return reader.parts;
        diagnostics.Error(lexer.From(start.Start, lexer.Behind), "a path has an empty element", "take the extra dot away, or write \"\" for an empty key");
        return null;
    }

    /// <summary>Most keys are one word.</summary>
    private static bool IsWhole(Lexer lexer, Token start)
    {
        if (start.Kind != TokenKind.Unquoted || start.Text.Contains('.', StringComparison.Ordinal))
            return false;
        var behind = lexer.Behind;
        lexer.Advance();
        if (!lexer.Current.IsKeyPart)
            return true;
        lexer.Return(start, behind);
        return false;
    }

    private void ReadAll()
    {
        var from = lexer.Current.Start;
        while (lexer.Current.IsKeyPart)
        {
            name.Append(lexer.Between(from, lexer.Current.Start));
            var token = lexer.Advance();
            if (token.Kind == TokenKind.Quoted)
                Take(token);
            else
                Split(token);
            from = token.End;
        }

        Finish(lexer.Behind);
    }

    private void Take(Token token)
    {
        name.Append(token.Text);
        (quoted, partEnd) = (true, token.End);
    }

    private void Split(Token token)
    {
        for (var i = 0; i < token.Text.Length; i++)
        {
            if (token.Text[i] == '.')
                Finish(token.Start + i + 1);
            else
                name.Append(token.Text[i]);
            partEnd = token.Start + i + 1;
        }
    }

    private void Finish(int next)
    {
        hasEmpty |= name.Length == 0 && !quoted;
        parts.Add(new KeyPart(name.ToString(), lexer.From(partStart, Math.Max(partStart, partEnd))));
        name.Clear();
        (quoted, partStart) = (false, next);
    }
}
