namespace Dtao.Records.Scanning;

/// <summary>Which lines of a log are wanted. It reads bytes and makes no objects of a line.</summary>
public sealed class LogFilter
{
    private readonly FilterFields fields = new();
    private readonly FilterNode? root;
    private readonly byte[][] required;

    private LogFilter(string? text)
    {
        root = string.IsNullOrWhiteSpace(text) ? null : FilterParser.Parse(text, fields);
        required = [.. Tests(root).Select(test => test.Required).OfType<byte[]>()];
    }

    /// <param name="text">No text lets every line pass.</param>
    /// <exception cref="FilterRefused">It says nothing.</exception>
    public static LogFilter Of(string? text) => new(text);

    /// <summary>Whether a line passes; null where it is none of a log's.</summary>
    public bool? Passes(ReadOnlySpan<byte> line)
    {
        foreach (var bytes in required)
            if (line.IndexOf(bytes) < 0)
                return false;
        Span<FieldPlace> values = stackalloc FieldPlace[Math.Min(fields.Count, MostOnStack)];
        if (fields.Count > MostOnStack) values = new FieldPlace[fields.Count];
        if (!fields.Read(line, values)) return null;
        return root is null || root.Holds(line, values);
    }

    private const int MostOnStack = 32;

    /// <summary>The tests of which all must hold.</summary>
    private static IEnumerable<TestNode> Tests(FilterNode? node) => node switch
    {
        BothNode both => Tests(both.One).Concat(Tests(both.Other)),
        TestNode test => [test],
        _ => [],
    };
}
