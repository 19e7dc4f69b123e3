using Dtao.Hocon;

namespace Dtao.Agents.Configuration.Explaining;

/// <summary>One place at which a key was given a value.</summary>
/// <param name="Written">What stands there.</param>
/// <param name="Origin">Where it stands.</param>
/// <param name="From">Where the value itself is written, when a substitution stands at the key.</param>
public sealed record Assignment(string Written, Origin Origin, Origin? From)
{
    private const int Width = 80;

    /// <summary>As in <c>strategies.conf:51:17, included from reference.conf:5:1</c>; a setting as it was given.</summary>
    public string Place
    {
        get
        {
            var from = From is { } at ? $", which is {PlaceOf(at)}" : "";
            return PlaceOf(Origin) + from + string.Concat(Origin.IncludeChain.Select(include => $", included from {PlaceOf(include)}"));
        }
    }

    public static string PlaceOf(Origin origin) => origin.Source.Kind == SourceKind.Setting ? $"-s {origin.Source.Text}" : origin.Place;

    /// <summary>All assignments to a key that reached this value, the strongest first.</summary>
    public static IEnumerable<Assignment> Of(ConfigValue value) => value is ConfigObject { Fields.Count: 1 } draw ? OfDraw(draw) : OfPlain(value);

    private static IEnumerable<Assignment> OfPlain(ConfigValue value)
    {
        yield return value.Via is { } via ? new Assignment(OneLine(via.Text), via, value.Origin) : new Assignment(OneLine(value.Origin.Text), value.Origin, null);
        foreach (var earlier in value.Overrode) yield return new Assignment(OneLine(earlier.Text), earlier, null);
    }

    /// <summary>Objects merge, so it is the parameters that one draw overrides in another.</summary>
    private static IEnumerable<Assignment> OfDraw(ConfigObject draw)
    {
        var (kind, parameters) = draw.Fields.First();
        foreach (var each in OfPlain(parameters)) yield return each with { Written = $"{{ {kind} = {each.Written} }}" };
        foreach (var earlier in draw.Overrode) yield return new Assignment(OneLine(earlier.Text), earlier, null);
    }

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Width ? line : line[..Width] + "…";
    }
}
