using System.Globalization;
using Dtao.Protocol.Units;

namespace Dtao.Records.Events;

/// <summary>Names by account; an account behind which no agent stands is called by its number.</summary>
internal sealed class AgentNames(IEnumerable<RunAgent> agents)
{
    private readonly Dictionary<int, string> names = agents.ToDictionary(agent => agent.Account.Index, agent => agent.Name);

    public string Of(AccountId account) =>
        names.TryGetValue(account.Index, out var name) ? name : string.Create(CultureInfo.InvariantCulture, $"account-{account.Index}");
}
