using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Saving;

/// <summary>Reads back what <see cref="LedgerWriter"/> wrote.</summary>
internal sealed class LedgerReader(BinaryReader from, ProtocolRules rules)
{
    /// <summary>The head of the hash chain and the emission of the last block, behind the state.</summary>
    public (ulong First, ulong Second) Head { get; private set; }

    public ulong LastEmissionRao { get; private set; }

    /// <exception cref="SavedLedgerRefused">It is no saved ledger, or not all of one.</exception>
    public LedgerState Read()
    {
        try
        {
            return ReadAll();
        }
        catch (Exception e) when (e is EndOfStreamException or OverflowException or ArgumentException or KeyNotFoundException)
        {
            throw new SavedLedgerRefused("The saved ledger is damaged or breaks off.", e);
        }
    }

    private LedgerState ReadAll()
    {
        if (from.ReadUInt64() != SavedFormat.Mark) throw new SavedLedgerRefused("This is no saved ledger.");
        var version = from.ReadInt32();
        if (version != SavedFormat.Version) throw new SavedLedgerRefused(FormattableString.Invariant($"The saved ledger is of format {version}; this program reads {SavedFormat.Version}."));
        var state = ReadTotals();
        for (var left = from.ReadInt32(); left > 0; left--) state.Open(ReadAccount());
        for (var left = from.ReadInt32(); left > 0; left--) state.HotkeyPay.Add(new AccountId(from.ReadInt32()), Tao());
        for (var left = from.ReadInt32(); left > 0; left--) state.Add(new SubnetReader(from, rules).Read());
        FindPools(state);
        Head = (from.ReadUInt64(), from.ReadUInt64());
        LastEmissionRao = from.ReadUInt64();
        if (state.Root is null || from.ReadUInt64() != SavedFormat.Mark) throw new SavedLedgerRefused("The saved ledger has no end.");
        return state;
    }

    private LedgerState ReadTotals() => new(new Block(from.ReadInt64()))
    {
        Issued = Tao(),
        IssuedAtGenesis = Tao(),
        Minted = Tao(),
        Dust = Tao(),
        Burned = Tao(),
        AuthorFees = Tao(),
        LastSubnet = (Tao(), new Block(from.ReadInt64())),
        Settled = from.ReadInt64(),
        Elsewhere = Somebody(),
        Oracle = Somebody(),
    };

    private AccountId? Somebody() => from.ReadInt32() is var index and not SavedFormat.Nobody ? new AccountId(index) : null;

    private Account ReadAccount()
    {
        var account = new Account { Free = Tao(), DelegateTakeU16 = from.ReadUInt16(), KeepsRootAlpha = from.ReadBoolean() };
        for (var left = from.ReadInt32(); left > 0; left--)
            account.SetShares(new NetUid(from.ReadUInt16()), new AccountId(from.ReadInt32()), from.ReadUInt64(), pool: 0);
        return account;
    }

    /// <summary>Positions are read before the subnets on which they are.</summary>
    private static void FindPools(LedgerState state)
    {
        foreach (var account in state.AccountSpan)
            foreach (var position in account.PositionSpan.ToArray())
                if (state.Find(position.Netuid)?.Stakes.PlaceOf(position.Hotkey) is { } pool)
                    account.SetShares(position.Netuid, position.Hotkey, position.Shares, pool);
    }

    private Tao Tao() => new(from.ReadUInt64());
}
