namespace Dtao.Sweeps.Sensitivity;

/// <summary>A figure with the interval that covers the truth in 95 of 100 such designs.</summary>
public readonly record struct Estimate(double Low, double Value, double High);
