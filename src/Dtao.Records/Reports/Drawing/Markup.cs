using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dtao.Records.Reports.Drawing;

/// <summary>A piece of HTML or SVG. It is written as text with holes; what a hole holds is escaped unless it is markup itself, so that nothing in a run becomes an element.</summary>
internal readonly record struct Markup(string Text)
{
    public static Markup None { get; } = new("");

    public static Markup Of(MarkupBuilder parts) => new(parts.ToString());

    public static Markup Join(IEnumerable<Markup> parts, string between = "\n") => new(string.Join(between, parts.Select(part => part.Text)));

    public override string ToString() => Text;
}

/// <summary>Puts markup together. Numbers are coordinates: a tenth of a pixel is enough.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupBuilder
{
    private readonly StringBuilder text;

    public MarkupBuilder(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + formattedCount * 16);

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(Markup markup) => text.Append(markup.Text);

    public void AppendFormatted(IEnumerable<Markup> parts) => text.Append(Markup.Join(parts).Text);

    public void AppendFormatted(string? value) => text.Append(Escaped.Of(value ?? ""));

    public void AppendFormatted(double value) => text.Append(value.ToString("0.#", CultureInfo.InvariantCulture));

    public void AppendFormatted(long value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();
}
