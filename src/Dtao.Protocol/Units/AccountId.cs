using System.Globalization;

namespace Dtao.Protocol.Units;

/// <summary>
/// A key pair on the ledger, by its index. One account stands for a coldkey and for the one hotkey it owns:
/// the chain lets a coldkey own many hotkeys, and here each of those is an account of its own.
/// </summary>
public readonly record struct AccountId(int Index) : IComparable<AccountId>
{
    public int CompareTo(AccountId other) => Index.CompareTo(other.Index);

    public override string ToString() => Index.ToString(CultureInfo.InvariantCulture);
}
