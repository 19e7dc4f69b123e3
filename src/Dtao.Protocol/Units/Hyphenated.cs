using System.Text;

namespace Dtao.Protocol.Units;

/// <summary>A property's name as a key of a configuration: LookBack is look-back.</summary>
public static class Hyphenated
{
    public static string Of(string name)
    {
        var key = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && key.Length > 0) key.Append('-');
            key.Append(char.ToLowerInvariant(letter));
        }
        return key.ToString();
    }
}
