using System.Globalization;

namespace Dtao.Protocol.Units;

/// <summary>A block of the chain by its height; 12 simulated seconds each. dTAO began with 4,920,351.</summary>
public readonly record struct Block(long Height) : IComparable<Block>
{
    public const int Seconds = 12;

    public const int PerHour = PerDay / 24;

    public const int PerDay = 7200;

    public static Block operator +(Block block, long blocks) => new(block.Height + blocks);

    public static long operator -(Block a, Block b) => a.Height - b.Height;

    public static bool operator <(Block a, Block b) => a.Height < b.Height;

    public static bool operator >(Block a, Block b) => a.Height > b.Height;

    public static bool operator <=(Block a, Block b) => a.Height <= b.Height;

    public static bool operator >=(Block a, Block b) => a.Height >= b.Height;

    public int CompareTo(Block other) => Height.CompareTo(other.Height);

    public override string ToString() => Height.ToString(CultureInfo.InvariantCulture);
}
