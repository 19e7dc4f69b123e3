namespace Dtao.Cli.Screen;

/// <summary>Rows to be shown, as they come: a cell is null, a long, a double, a text or bytes.</summary>
internal sealed record Answer(IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows);

/// <summary>How rows are shown.</summary>
internal enum AnswerForm
{
    Table,
    Json,
    Csv,
}

internal static class Answers
{
    public static void Show(this Terminal terminal, Answer answer, AnswerForm form)
    {
        switch (form)
        {
            case AnswerForm.Json: AnswerJson.Write(terminal.Data, answer); break;
            case AnswerForm.Csv: AnswerCsv.Write(terminal.Data, answer); break;
            default: AnswerTable.Write(terminal.Data, answer); break;
        }
    }
}
