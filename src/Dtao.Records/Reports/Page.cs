using System.Security.Cryptography;
using System.Text;
using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports;

/// <summary>An HTML page that asks nobody for anything: no script, no picture from elsewhere, and its one style sheet is named by its hash.</summary>
internal static class Page
{
    private static readonly string Sheet = Read("report.css");

    /// <summary>Why the style sheet applies and nothing else does; W3C, Content Security Policy Level 3.</summary>
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; base-uri 'none'; form-action 'none'";

    public static string Of(string title, Markup body) => Markup.Of(
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{new Markup(Policy)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta name="generator" content="dtao">
        <title>{title}</title>
        <style>{new Markup(Sheet)}</style>
        </head>
        <body>
        {body}
        </body>
        </html>

        """).Text;

    private static string Read(string name)
    {
        using var sheet = new StreamReader(typeof(Page).Assembly.GetManifestResourceStream(name)!);
        return sheet.ReadToEnd().ReplaceLineEndings("\n");
    }
}
