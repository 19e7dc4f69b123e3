namespace Dtao.Hocon;

public enum DrawKind
{
    Constant,

    /// <summary>First to Second, all alike.</summary>
    Uniform,

    /// <summary>Mean First, standard deviation Second.</summary>
    Normal,

    /// <summary>Median First; Second is the standard deviation of the logarithm.</summary>
    LogNormal,

    /// <summary>Mean First.</summary>
    Exponential,

    /// <summary>Shape First, a bare number; smallest value Second.</summary>
    Pareto,
}
