using System.Text.RegularExpressions;

namespace Dtao.Agents.Configuration.Explaining;

/// <summary>A comment of <c>reference.conf</c> in its parts: what the key does; unit and range; why the default is what it is.</summary>
/// <param name="Unit">In lower case; empty where the comment names none.</param>
/// <param name="Range">As written; empty where the unit's own is meant.</param>
/// <param name="Reason">All that follows.</param>
public sealed partial record KeyComment(string Meaning, string Unit, string Range, string Reason)
{
    public static KeyComment Of(string comment)
    {
        var form = Form.Match(comment);
        return form.Success
            ? new KeyComment(comment[..form.Index].Trim(), form.Groups["unit"].Value.ToLowerInvariant(), form.Groups["range"].Value.Trim(), comment[(form.Index + form.Length)..].Trim())
            : new KeyComment(comment, "", "", "");
    }

    /// <summary><c>Fraction, 0 to 1.</c>, <c>Blocks.</c>, <c>List of fractions.</c>, <c>Text.</c>, <c>True or false.</c>, <c>One of: lot, fifo.</c></summary>
    [GeneratedRegex(@"(?<=^|[.:;)] )(?<list>List, each )?(?<unit>Whole number|Number|Fraction|Tao/alpha|Tao|Alpha|Blocks|Text|Object|True or false|One of)(?:[,:] (?<range>[^;]*?))??(?<draw>, may be a draw)?[.;](?= |$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form { get; }
}
