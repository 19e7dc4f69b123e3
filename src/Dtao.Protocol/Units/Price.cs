using System.Globalization;

namespace Dtao.Protocol.Units;

/// <summary>TAO per alpha, for looking at; amounts never settle on it.</summary>
public readonly record struct Price(double TaoPerAlpha)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{TaoPerAlpha:G6} TAO/alpha");
}
