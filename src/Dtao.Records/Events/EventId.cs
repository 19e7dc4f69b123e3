using System.Globalization;

namespace Dtao.Records.Events;

/// <summary>
/// The name of an order or of an event: <c>o39</c>, <c>e41</c>. Numbers start at 1; the default is no id.
/// Eight bytes, since a run has millions of them: an order is kept as a negative number.
/// </summary>
public readonly record struct EventId
{
    /// <summary>Bytes of the longest id: a letter and nineteen digits.</summary>
    public const int MaxLength = 20;

    private readonly long signed;

    private EventId(long signed) => this.signed = signed;

    public static EventId None => default;

    public bool IsNone => signed == 0;

    public bool IsOrder => signed < 0;

    public long Number => Math.Abs(signed);

    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static EventId Event(long number) => new(AtLeastOne(number));

    /// <inheritdoc cref="Event"/>
    public static EventId Order(long number) => new(-AtLeastOne(number));

    /// <exception cref="FormatException">Neither <c>e</c> nor <c>o</c> and a number.</exception>
    public static EventId Parse(string text) =>
        text.Length > 1 && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? text[0] switch
            {
                'e' => Event(number),
                'o' => Order(number),
                _ => throw new FormatException($"{text} is no event id."),
            }
            : throw new FormatException($"{text} is no event id.");

    /// <summary>Writes the id as ASCII into <paramref name="utf8"/>, which has room for <see cref="MaxLength"/> bytes; nothing for no id.</summary>
    public int WriteTo(Span<byte> utf8)
    {
        if (IsNone) return 0;
        utf8[0] = IsOrder ? (byte)'o' : (byte)'e';
        Number.TryFormat(utf8[1..], out var digits, default, CultureInfo.InvariantCulture);
        return digits + 1;
    }

    public override string ToString() => IsNone ? "" : string.Create(CultureInfo.InvariantCulture, $"{(IsOrder ? 'o' : 'e')}{Number}");

    private static long AtLeastOne(long number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return number;
    }
}
