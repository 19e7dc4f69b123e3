using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Census;

/// <summary>
/// Agents who take their places in a chain that is there already. Owners have the accounts that own a subnet, by netuid; foundation and
/// validators those with most root stake behind them; all others new ones. What they have free comes out of the account with most free TAO,
/// which stands for exchanges and other wallets, so that no TAO is made.
/// </summary>
public sealed class TakenAccounts : Accounts
{
    private readonly Genesis genesis;
    private readonly AccountId elsewhere;
    private readonly Queue<AccountId> owners, foundations, validators;
    private readonly IReadOnlyList<AccountId> onRoot;
    private readonly HashSet<AccountId> taken = [];

    /// <param name="foundationCount">How many of the largest validators are kept for the foundation.</param>
    public TakenAccounts(Genesis genesis, int foundationCount)
    {
        this.genesis = genesis;
        var state = genesis.State;
        elsewhere = Enumerable.Range(0, state.Accounts.Count).Select(i => new AccountId(i)).MaxBy(account => state.AccountOf(account).Free.Rao);
        taken.Add(elsewhere);
        genesis.SetElsewhere(elsewhere);
        onRoot = [.. state.Root.Stakes.Hotkeys.Where(hotkey => !state.OnRoot(hotkey).IsZero).OrderByDescending(hotkey => state.OnRoot(hotkey).Rao).ThenBy(hotkey => hotkey.Index)];
        owners = new(state.Subnets.Select(subnet => subnet.Owner).Distinct());
        foundations = new(onRoot.Except(owners).Take(foundationCount));
        validators = new(onRoot.Except(owners).Skip(foundationCount));
    }

    public override AccountId Next(Role role, Tao free)
    {
        var account = role switch
        {
            Role.Owner => FirstFree(owners),
            Role.Foundation => FirstFree(foundations),
            Role.Validator => FirstFree(validators),
            _ => null,
        };
        var own = account ?? genesis.Open(Tao.Zero);
        Give(own, free);
        return own;
    }

    /// <exception cref="Worlds.WorldImpossible">There is not so much free TAO.</exception>
    public void Give(AccountId to, Tao free)
    {
        var left = genesis.State.AccountOf(elsewhere).Free;
        if (free > left) throw new Worlds.WorldImpossible($"The agents want more TAO than is free: {left} are left elsewhere, and the next one wants {free}. Make cohorts poorer or smaller.");
        genesis.Give(to, free, elsewhere);
    }

    /// <summary>Those who have root stake behind them, by its amount: agents or not.</summary>
    public override ValidatorRoll Roll(IReadOnlyList<AccountId> agents)
    {
        var all = (double)genesis.State.Root.Stakes.Total.Rao;
        return new ValidatorRoll([.. onRoot.Concat(agents.Except(onRoot)).Select(hotkey => (hotkey, genesis.State.OnRoot(hotkey).Rao / all))]);
    }

    private AccountId? FirstFree(Queue<AccountId> places)
    {
        while (places.TryDequeue(out var account))
            if (taken.Add(account))
                return account;
        return null;
    }
}
