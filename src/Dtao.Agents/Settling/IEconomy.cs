using Dtao.Agents.Conversation;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Settling;

/// <summary>The economy that a ledger actor serves: the chain's, or the small market of the common benchmark.</summary>
public interface IEconomy
{
    /// <summary>The market at the close of the last block.</summary>
    MarketView View();

    /// <summary>Has on its way what a statement or a command of this account will touch.</summary>
    void Fetch(AccountId account)
    {
    }

    /// <summary>The same of what it holds, some time after <see cref="Fetch"/>.</summary>
    void FetchHoldings(AccountId account)
    {
    }

    /// <summary>What an account owns at the close of the last block.</summary>
    Statement StatementOf(AccountId account);

    /// <summary>Spot price now, TAO per alpha, of every subnet that has a pool; the list is valid until the next block.</summary>
    IReadOnlyList<SubnetPrice> Prices();

    /// <summary>The whole market at the close of the last block, for the record.</summary>
    BlockSample Sample();

    /// <summary>Runs the chain's own step; the list is valid until the next block.</summary>
    IReadOnlyList<LedgerEvent> OpenBlock(Block block);

    /// <summary>Settles one command: done, done in part, or refused.</summary>
    Outcome Settle(LedgerCommand command);

    /// <summary>Checks every law; after the last block of a run, down to the last leaf.</summary>
    /// <exception cref="InvariantBroken">A law does not hold.</exception>
    void CloseBlock(bool isLast);

    /// <summary>Head of the chain of state hashes after the last closed block.</summary>
    string HashHead { get; }
}
