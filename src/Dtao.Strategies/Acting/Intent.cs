using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Protocol.Ledgers;

namespace Dtao.Strategies.Acting;

/// <summary>
/// An agent's one answer to a wake: commands, settled in their order against the free balance of that moment; posts, heard in the next block;
/// and when to be woken again. Wake conditions replace the standing ones; an intent that names none leaves those standing.
/// </summary>
public readonly record struct Intent(
    ImmutableArray<LedgerCommand> Commands, ImmutableArray<Post> Posts, ImmutableArray<WakeCondition> Conditions)
{
    /// <summary>Does nothing and leaves the standing wake conditions as they are.</summary>
    public static Intent None { get; } = new([], [], []);

    /// <summary>Commands in the order in which they are to settle; null ones are left out.</summary>
    public static Intent Of(IEnumerable<LedgerCommand?> commands) =>
        commands is List<LedgerCommand?> list ? Of(CollectionsMarshal.AsSpan(list)) : Of(commands.ToArray());

    /// <inheritdoc cref="Of(IEnumerable{LedgerCommand})"/>
    public static Intent Of(params ReadOnlySpan<LedgerCommand?> commands)
    {
        var count = 0;
        foreach (var command in commands)
            if (command is not null)
                count++;
        if (count == 0) return None;
        var given = new LedgerCommand[count];
        for (var (from, to) = (0, 0); to < count; from++)
            if (commands[from] is { } command)
                given[to++] = command;
        return None with { Commands = ImmutableCollectionsMarshal.AsImmutableArray(given) };
    }

    public Intent Say(params ImmutableArray<Post> posts) => this with { Posts = Posts.AddRange(posts) };

    public Intent WakeMe(params ImmutableArray<WakeCondition> conditions) => this with { Conditions = Conditions.AddRange(conditions) };
}
