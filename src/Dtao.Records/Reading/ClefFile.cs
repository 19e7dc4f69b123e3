using System.Globalization;

namespace Dtao.Records.Reading;

/// <summary>Reads a CLEF log, also one that is still being written or whose writer was killed in the middle of a line.</summary>
public static class ClefFile
{
    /// <summary>All whole lines. A torn last one is left out.</summary>
    /// <exception cref="InvalidDataException">A line before the last is no event; names its number.</exception>
    public static IEnumerable<ClefEvent> Read(string path)
    {
        using var lines = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var next = lines.ReadLine();
        for (var number = 1; next is not null; number++)
        {
            var line = next;
            next = lines.ReadLine();
            if (Whole(line, path, number, isLast: next is null) is not { } read) yield break;
            yield return read;
        }
    }

    private static ClefEvent? Whole(string line, string path, int number, bool isLast)
    {
        try
        {
            return ClefEvent.Read(line);
        }
        catch (InvalidDataException e)
        {
            if (isLast) return null;
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path}:{number} is no event: {e.Message}"), e);
        }
    }
}
