using Dtao.Agents.Conversation;
using Dtao.Protocol.Ledgers;

namespace Dtao.Agents.Tests.Actors;

/// <summary>Statements as they are given.</summary>
internal sealed class Owned(params Statement[] statements) : IStatements
{
    public Statement this[int place] => statements[place];

    public void Fetch(int first, int count) => Assert.InRange(first + count, 1, statements.Length);
}
