using Dtao.Agents.Running;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Settling;

/// <summary>Which seat acts for an account, if any does.</summary>
internal sealed class SeatsByAccount
{
    private const int Nobody = -1;

    private readonly int[] seatOf; // by account: they are numbered one after the other

    public SeatsByAccount(IReadOnlyList<Seat> seats)
    {
        seatOf = new int[seats.Max(seat => (int?)seat.Account.Index) + 1 ?? 0];
        Array.Fill(seatOf, Nobody);
        foreach (var seat in seats) seatOf[seat.Account.Index] = seat.Index;
    }

    public int? Of(AccountId account) => (uint)account.Index < (uint)seatOf.Length && seatOf[account.Index] is not Nobody and var seat ? seat : null;
}
