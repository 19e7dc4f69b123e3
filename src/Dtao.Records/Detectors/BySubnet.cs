using Dtao.Protocol.Units;

namespace Dtao.Records.Detectors;

/// <summary>A value for every subnet that was ever asked for, by netuid; netuids are few and begin at 1.</summary>
internal sealed class BySubnet<T>
{
    private T?[] values = new T?[128];

    /// <summary>The default where nothing was put.</summary>
    public ref T? this[NetUid netuid]
    {
        get
        {
            if (netuid.Value >= values.Length) Array.Resize(ref values, Math.Max(values.Length * 2, netuid.Value + 1));
            return ref values[netuid.Value];
        }
    }

    /// <summary>Ascending by netuid, those without a value included.</summary>
    public ReadOnlySpan<T?> All => values;
}
