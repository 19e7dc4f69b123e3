namespace Dtao.Fixtures;

/// <summary>A hundred names and texts that a report, a table, a log, a terminal, a spreadsheet or a database could take for something else than text.</summary>
internal static class HostileText
{
    private const string Bell = "\a", Escape = "\u001b", Csi = "\u009b";

    private static readonly string[] Terminals =
    [
        "\0", "a\0b", Bell, "\b\b\bdone", "a\u007fb", "a\vb\fc", "\u0001\u0002\u0003", "\u000e shifted", "\u0085 next line", "\u0090 device \u009c",
        Escape + "[31mred" + Escape + "[0m", Escape + "[2J" + Escape + "[H", Escape + "]0;title" + Bell, Escape + "]8;;https://example.org" + Escape + "\\link" + Escape + "]8;;" + Escape + "\\",
        Escape + "[6n", Escape + "c", Escape + "[?1049h", Escape + "P$q q" + Escape + "\\", Csi + "31m", Csi + "2J", "50 %\rOK   ", "fine\r\nERROR", Escape,
    ];

    private static readonly string[] Lines =
    [
        "one\ntwo", "\n", "a\rb", "a\u2028b", "a\u2029b", "{\"Ev\":\"Staked\"}\n{\"Ev\":\"Forged\"}", "x\",\"Ev\":\"Forged\",\"y\":\"", "}\n{", "\t\ttabs\t", "trailing \\", "\\u001b[31m", "\\n", "",
    ];

    private static readonly string[] Markup =
    [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "\"><b onmouseover=alert(1)>", "'><i>", "</title><script>", "<!--", "-->", "<![CDATA[",
        "]]>", "&lt;script&gt;", "&#60;script&#62;", "javascript:alert(1)", "<a href=\"javascript:alert(1)\">x</a>", "<iframe src=//example.org>", "<style>*{display:none}</style>", "</style>", "</svg><p>", "<meta http-equiv=refresh content=0>",
        "${7*7}", "{{7*7}}", "[link](javascript:alert(1))", "| a | b |", "# heading", "**bold** `code` _it_", "![x](https://example.org/x.png)", "[red]markup[/]", "[/]",
    ];

    private static readonly string[] Spreadsheets =
    [
        "=1+1", "=HYPERLINK(\"https://example.org\",\"x\")", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\"=1+1", "a,b,c", "a;b;c", "\"", "\"\"", "'",
    ];

    private static readonly string[] Databases =
    [
        "'; DROP TABLE agents; --", "' OR '1'='1", "\"; ATTACH 'x' AS y; --", "%", "_", "NULL",
    ];

    private static readonly string[] Unicode =
    [
        "\u202eevil", "\u202aa\u202c", "\u2066a\u2069", "\u200fא", "\u200b", "\ufeffbom", "e\u0301\u0301\u0301\u0301", "\ud800", "\udc00a", "😀👩‍👩‍👧", "\U000e0041", "ﷺ",
    ];

    /// <summary>A hundred of them. Some are empty, some invisible, two are no valid UTF-16.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Terminals, .. Lines, .. Markup, .. Spreadsheets, .. Databases, .. Unicode, new string('a', 100_000)];
}
