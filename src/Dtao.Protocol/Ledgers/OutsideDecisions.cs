namespace Dtao.Protocol.Ledgers;

/// <summary>
/// What becomes of TAO that crosses the border of the market, and of what the oracle says. On the chain a deposit is a transfer from an exchange's coldkey:
/// no TAO is made or lost by it.
/// </summary>
internal sealed class OutsideDecisions(LedgerState state)
{
    public Outcome Decide(Deposit command)
    {
        if (command.Amount.IsZero) return new Refused(command, Refusal.AmountTooLow);
        return state.Elsewhere is { } elsewhere && state.AccountOf(elsewhere).Free >= command.Amount
            ? new Deposited(command.Account, command.Amount)
            : new Refused(command, Refusal.NothingElsewhere);
    }

    public Outcome Decide(Withdraw command)
    {
        if (command.Amount.IsZero) return new Refused(command, Refusal.AmountTooLow);
        if (state.AccountOf(command.Account).Free < command.Amount) return new Refused(command, Refusal.InsufficientTao);
        return state.Elsewhere is null ? new Refused(command, Refusal.NothingElsewhere) : new Withdrawn(command.Account, command.Amount);
    }

    public Outcome Decide(ReportUsefulness command)
    {
        if (state.Oracle != command.Account) return new Refused(command, Refusal.NotOracle);
        return state.Find(command.Netuid) is { Netuid.IsRoot: false }
            ? new UsefulnessReported(command.Account, command.Netuid, command.ADay)
            : new Refused(command, Refusal.UnknownSubnet);
    }
}
