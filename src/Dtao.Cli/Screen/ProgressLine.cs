using System.Diagnostics;
using System.Globalization;
using Dtao.Protocol.Units;

namespace Dtao.Cli.Screen;

/// <summary>Blocks done, blocks a second and the time left, on the notices: redrawn for a terminal, now and then a line for a file.</summary>
internal sealed class ProgressLine(Terminal terminal, Block genesis, Block last, bool isQuiet)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly TimeSpan pause = terminal.IsInteractive ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(5);
    private TimeSpan nextAt = TimeSpan.FromSeconds(1);
    private bool isDrawn;

    public void Show(Block block)
    {
        if (isQuiet || watch.Elapsed < nextAt || block <= genesis) return;
        nextAt = watch.Elapsed + pause;
        var line = Line(block - genesis, last - genesis, watch.Elapsed);
        if (terminal.IsInteractive) terminal.Notices.Write("\r" + line.PadRight(78));
        else terminal.Note(line);
        isDrawn = true;
    }

    /// <summary>Clears the line, so that what follows stands alone.</summary>
    public void End()
    {
        if (isDrawn && terminal.IsInteractive) terminal.Notices.Write("\r" + new string(' ', 78) + "\r");
    }

    internal static string Line(long done, long all, TimeSpan elapsed)
    {
        var rate = done / elapsed.TotalSeconds;
        var left = TimeSpan.FromSeconds((all - done) / rate);
        return string.Create(CultureInfo.InvariantCulture, $"block {done} of {all} ({100.0 * done / all:0} %), {rate:0} blocks/s, {(long)left.TotalHours:00}:{left:mm\\:ss} left");
    }
}
