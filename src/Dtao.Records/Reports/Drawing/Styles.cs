namespace Dtao.Records.Reports.Drawing;

/// <summary>Colours and dashes by number, as the style sheet has them: Okabe and Ito's palette, Color Universal Design (2008). No two lines differ by colour alone.</summary>
internal static class Styles
{
    /// <summary>What the reader came for.</summary>
    public const string Focus = "c0";

    public const string Rest = "rest";

    /// <summary>As many as the palette has beside the first.</summary>
    public const int Others = 6;

    public static string Other(int number) => $"c{(char)('1' + number % Others)}";
}
