using System.Globalization;
using Dtao.Sweeps.Workers;

namespace Dtao.Cli.Screen;

/// <summary>Runs done, failed and left and the time that is left, on the notices: redrawn for a terminal, now and then a line for a file.</summary>
internal sealed class SweepLine(Terminal terminal, bool isQuiet)
{
    private readonly TimeSpan pause = terminal.IsInteractive ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(10);
    private readonly Lock drawing = new();
    private TimeSpan nextAt;
    private bool isDrawn;

    public void Show(SweepProgress progress)
    {
        lock (drawing)
        {
            if (isQuiet || progress.Elapsed < nextAt) return;
            nextAt = progress.Elapsed + pause;
            if (terminal.IsInteractive) terminal.Notices.Write("\r" + Line(progress).PadRight(78));
            else terminal.Note(Line(progress));
            isDrawn = true;
        }
    }

    /// <summary>Clears the line, so that what follows stands alone.</summary>
    public void End()
    {
        if (isDrawn && terminal.IsInteractive) terminal.Notices.Write("\r" + new string(' ', 78) + "\r");
    }

    internal static string Line(SweepProgress progress)
    {
        var left = TimeSpan.FromSeconds((progress.All - progress.Done) * progress.Elapsed.TotalSeconds / Math.Max(1, progress.DoneNow));
        return string.Create(CultureInfo.InvariantCulture,
            $"run {progress.Done} of {progress.All} ({100.0 * progress.Done / Math.Max(1, progress.All):0} %), {progress.Failed} failed, {progress.DoneNow / Math.Max(1e-3, progress.Elapsed.TotalMinutes):0.#} a minute, {(long)left.TotalHours:00}:{left:mm\\:ss} left");
    }
}
