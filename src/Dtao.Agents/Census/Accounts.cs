using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Census;

/// <summary>Where agents have their accounts from at genesis.</summary>
public abstract class Accounts
{
    /// <summary>The account of the next agent of a role, with that much free TAO more.</summary>
    public abstract AccountId Next(Role role, Tao free);

    /// <summary>The root validators, given the accounts of the foundation and the validators among the agents, in this order.</summary>
    public abstract ValidatorRoll Roll(IReadOnlyList<AccountId> agents);
}

/// <summary>Everybody has a new account, and the TAO in it is new as well.</summary>
/// <param name="shares">Of root, of the largest validators.</param>
public sealed class NewAccounts(Genesis genesis, IReadOnlyList<double> shares) : Accounts
{
    public override AccountId Next(Role role, Tao free) => genesis.Open(free);

    public override ValidatorRoll Roll(IReadOnlyList<AccountId> agents) => ValidatorRoll.Of(shares, agents, genesis);
}
