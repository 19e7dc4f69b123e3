using System.Runtime.InteropServices;

namespace Dtao.Agents.Conversation;

/// <summary>Lists in messages as spans: a walk by way of the interface is two calls an item, which is much of what a wake costs.</summary>
internal static class ListSpans
{
    /// <summary>The items, as long as nobody adds to the list.</summary>
    public static ReadOnlySpan<T> AsSpan<T>(this IReadOnlyList<T> list) =>
        list is List<T> plain ? CollectionsMarshal.AsSpan(plain) : list as T[] ?? [.. list];
}
