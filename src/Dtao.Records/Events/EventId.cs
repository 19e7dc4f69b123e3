using System.Globalization;
using System.Text;

namespace Dtao.Records.Events;

/// <summary>What an id names.</summary>
public enum IdKind : byte
{
    None,
    Event,
    Order,
    Hearing,
    Payment,
    State,
}

/// <summary>
/// The name of something in a run: <c>e41</c> an event, <c>o39</c> an order, <c>h7</c> a hearing, <c>p12</c> a payment, <c>s1</c> a part of the
/// opening state. Each letter counts for itself from 1, so that a topic more in the log renumbers nothing; the default is no id.
/// Eight bytes, since a run has millions of them.
/// </summary>
public readonly record struct EventId
{
    /// <summary>Bytes of the longest id: a letter and nineteen digits.</summary>
    public const int MaxLength = 20;

    /// <summary>The highest number.</summary>
    public const long Most = (1L << KindAt) - 1;

    private const int KindAt = 60;
    private const string Letters = " eohps";

    private readonly long bits;

    private EventId(IdKind kind, long number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Most);
        bits = (long)kind << KindAt | number;
    }

    public static EventId None => default;

    public bool IsNone => bits == 0;

    public bool IsOrder => Kind == IdKind.Order;

    public IdKind Kind => (IdKind)(bits >> KindAt);

    public long Number => bits & Most;

    /// <exception cref="ArgumentOutOfRangeException">Below 1 or above <see cref="Most"/>.</exception>
    public static EventId Of(IdKind kind, long number) => new(kind, number);

    /// <inheritdoc cref="Of"/>
    public static EventId Event(long number) => new(IdKind.Event, number);

    /// <inheritdoc cref="Of"/>
    public static EventId Order(long number) => new(IdKind.Order, number);

    /// <exception cref="FormatException">No letter of an id and a number.</exception>
    public static EventId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"{text} is no event id.");

    public static bool TryParse(ReadOnlySpan<char> text, out EventId id)
    {
        id = None;
        var kind = text.Length < 2 ? 0 : Letters.IndexOf(text[0], StringComparison.Ordinal);
        if (kind <= 0) return false;
        if (!long.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > Most) return false;
        id = new EventId((IdKind)kind, number);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out EventId)"/>
    internal static bool TryParse(ReadOnlySpan<byte> ascii, out EventId id)
    {
        Span<char> text = stackalloc char[MaxLength];
        if (ascii.Length > MaxLength) ascii = default;
        return TryParse(text[..Encoding.ASCII.GetChars(ascii, text)], out id);
    }

    /// <summary>Writes the id as ASCII into <paramref name="utf8"/>, which has room for <see cref="MaxLength"/> bytes; nothing for no id.</summary>
    public int WriteTo(Span<byte> utf8)
    {
        if (IsNone) return 0;
        utf8[0] = (byte)Letters[(int)Kind];
        Number.TryFormat(utf8[1..], out var digits, default, CultureInfo.InvariantCulture);
        return digits + 1;
    }

    public override string ToString() => IsNone ? "" : string.Create(CultureInfo.InvariantCulture, $"{Letters[(int)Kind]}{Number}");
}
