using Dtao.Protocol.Units;

namespace Dtao.Records.Reading;

/// <summary>What records count amounts in, so that none is rounded; people read TAO and alpha.</summary>
internal static class Rao
{
    /// <summary>The same for TAO and for alpha.</summary>
    public const double PerCoin = Tao.RaoPerTao;
}
