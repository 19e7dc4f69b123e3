using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Dtao.Cli.Tests;

/// <summary>Chromium without a window, where there is one.</summary>
internal static partial class Browser
{
    private static readonly string? Program = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public static bool IsThere => Program is not null;

    /// <summary>Opens a file and tells what the page said on its console and which addresses were asked for, the file's own left out.</summary>
    public static (IReadOnlyList<string> Console, IReadOnlyList<string> Requests) Open(string page, params string[] more)
    {
        var log = Path.GetFullPath("net.json");
        var profile = Path.GetFullPath("profile");
        string[] flags =
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-default-apps",
            "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={profile}", "--enable-logging=stderr", "--v=0", $"--log-net-log={log}", "--virtual-time-budget=2000", "--dump-dom", .. more, new Uri(Path.GetFullPath(page)).AbsoluteUri,
        ];
        using var chromium = Process.Start(new ProcessStartInfo(Program!, flags) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var dom = chromium.StandardOutput.ReadToEndAsync();
        var said = chromium.StandardError.ReadToEnd();
        chromium.WaitForExit();
        Assert.Contains("</html>", dom.Result, StringComparison.Ordinal);
        return ([.. said.Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))], [.. Addresses.Matches(File.ReadAllText(log)).Select(address => address.Groups["url"].Value).Where(IsOfPage).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The browser's own errands go to its maker, whatever page is open.</summary>
    private static bool IsOfPage(string url) => !url.Contains("google", StringComparison.Ordinal) && !url.Contains("gvt1.com", StringComparison.Ordinal);

    [GeneratedRegex("\"url\":\"(?<url>https?:[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Addresses { get; }
}

/// <summary>A fact that needs a browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!Browser.IsThere) Skip = "No Chromium is installed.";
    }
}
