namespace Dtao.Hocon;

/// <summary>A constant or a distribution to draw from; amounts in TAO or alpha, times in blocks, what <see cref="Kind"/> says a bare number is bare.</summary>
public sealed record DrawSpec(DrawKind Kind, double First, double Second)
{
    public static DrawSpec Constant(double value) => new(DrawKind.Constant, value, 0);
}
