using System.Globalization;

namespace Dtao.Protocol.Units;

/// <summary>A subnet's number; 0 is root.</summary>
public readonly record struct NetUid(ushort Value) : IComparable<NetUid>
{
    public static NetUid Root => default;

    public bool IsRoot => Value == 0;

    public int CompareTo(NetUid other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
