namespace Dtao.Protocol.Markets;

/// <summary>Which curve prices the pools of subnets.</summary>
public enum SwapCurve
{
    /// <summary>Launch: x·y = k.</summary>
    ConstantProduct,

    /// <summary>2026: reserves with weights.</summary>
    Balancer,
}
