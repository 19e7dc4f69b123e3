using Dtao.Agents.Running;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Settling;

/// <summary>Which seat acts for an account, if any does.</summary>
internal sealed class SeatsByAccount
{
    private readonly Dictionary<AccountId, int> seatOf = [];

    public SeatsByAccount(IEnumerable<Seat> seats)
    {
        foreach (var seat in seats) seatOf[seat.Account] = seat.Index;
    }

    public int? Of(AccountId account) => seatOf.TryGetValue(account, out var seat) ? seat : null;
}
