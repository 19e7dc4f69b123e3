using Dtao.Protocol.Ledgers;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Saving;

/// <summary>Writes a ledger's state as <see cref="SavedFormat"/> says.</summary>
internal sealed class LedgerWriter(BinaryWriter to)
{
    public void Write(LedgerState state)
    {
        to.Write(SavedFormat.Mark);
        to.Write(SavedFormat.Version);
        WriteTotals(state);
        to.Write(state.Accounts.Count);
        foreach (var account in state.Accounts) Write(account);
        Write(state.HotkeyPay);
        to.Write(state.Subnets.Count + 1);
        foreach (var subnet in state.Subnets.Prepend(state.Root)) new SubnetWriter(to).Write(subnet);
    }

    public void Close((ulong First, ulong Second) head, ulong lastEmissionRao)
    {
        to.Write(head.First);
        to.Write(head.Second);
        to.Write(lastEmissionRao);
        to.Write(SavedFormat.Mark);
    }

    private void WriteTotals(LedgerState state)
    {
        to.Write(state.Block.Height);
        foreach (var amount in (ReadOnlySpan<Tao>)[state.Issued, state.IssuedAtGenesis, state.Minted, state.Dust, state.Burned, state.AuthorFees, state.LastSubnet.Lock]) to.Write(amount.Rao);
        to.Write(state.LastSubnet.PaidAt.Height);
        to.Write(state.Settled);
        to.Write(state.Elsewhere?.Index ?? SavedFormat.Nobody);
        to.Write(state.Oracle?.Index ?? SavedFormat.Nobody);
    }

    private void Write(HotkeyPay pay)
    {
        to.Write(pay.All.Count());
        foreach (var (hotkey, amount) in pay.All)
        {
            to.Write(hotkey.Index);
            to.Write(amount.Rao);
        }
    }

    private void Write(Account account)
    {
        to.Write(account.Free.Rao);
        to.Write(account.DelegateTakeU16);
        to.Write(account.KeepsRootAlpha);
        to.Write(account.Positions.Count);
        foreach (var position in account.Positions)
        {
            to.Write(position.Netuid.Value);
            to.Write(position.Hotkey.Index);
            to.Write(position.Shares);
        }
    }
}
