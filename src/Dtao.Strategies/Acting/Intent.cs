using System.Collections.Immutable;
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
    public static Intent Of(IEnumerable<LedgerCommand?> commands) => None with { Commands = [.. commands.OfType<LedgerCommand>()] };

    public static Intent Of(params ReadOnlySpan<LedgerCommand?> commands)
    {
        var given = ImmutableArray.CreateBuilder<LedgerCommand>(commands.Length);
        foreach (var command in commands)
            if (command is not null)
                given.Add(command);
        return None with { Commands = given.DrainToImmutable() };
    }

    public Intent Say(params ImmutableArray<Post> posts) => this with { Posts = Posts.AddRange(posts) };

    public Intent WakeMe(params ImmutableArray<WakeCondition> conditions) => this with { Conditions = Conditions.AddRange(conditions) };
}
