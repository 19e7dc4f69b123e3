using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dtao.Strategies.Numerics;

/// <summary>Rows of numbers, four side by side where the processor can.</summary>
/// <remarks>
/// + − × ÷ round in a lane as they do alone (IEEE 754), so whatever takes the same steps in the same order gives the same bits; nothing here may be contracted or
/// put into another order.
/// </remarks>
internal static class DoubleLanes
{
    /// <summary>The fours of a row, and what is left; none where the processor does not take four at a time.</summary>
    public static Span<Vector256<double>> Fours(Span<double> row, out Span<double> rest)
    {
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(Vector256.IsHardwareAccelerated ? row : []);
        rest = row[(fours.Length * Vector256<double>.Count)..];
        return fours;
    }

    /// <summary>A row's four at a place among the fours.</summary>
    public static Vector256<double> Four(ReadOnlySpan<double> row, int place) => MemoryMarshal.Cast<double, Vector256<double>>(row)[place];

    /// <summary>Its four numbers, one by one.</summary>
    public static Span<double> Each(ref Vector256<double> four) => MemoryMarshal.Cast<Vector256<double>, double>(new Span<Vector256<double>>(ref four));

    /// <summary>Multiplies each number of a row.</summary>
    public static void Scale(Span<double> row, double factor)
    {
        var fours = Fours(row, out var rest);
        foreach (ref var four in fours) four *= factor;
        foreach (ref var number in rest) number *= factor;
    }

    /// <summary>Divides each number of a row.</summary>
    public static void Divide(Span<double> row, double divisor)
    {
        var fours = Fours(row, out var rest);
        foreach (ref var four in fours) four /= divisor;
        foreach (ref var number in rest) number /= divisor;
    }

    /// <summary>The largest number of a row, but at least 0; not a number where one is none.</summary>
    public static double Largest(ReadOnlySpan<double> row)
    {
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(Vector256.IsHardwareAccelerated ? row : []);
        var largest = Vector256<double>.Zero;
        foreach (ref readonly var four in fours) largest = Vector256.Max(largest, four);
        var most = Math.Max(Math.Max(largest[0], largest[1]), Math.Max(largest[2], largest[3]));
        foreach (var number in row[(fours.Length * Vector256<double>.Count)..]) most = Math.Max(most, number);
        return most;
    }

    /// <summary>Adds another row of the same length.</summary>
    public static void Add(Span<double> row, ReadOnlySpan<double> other)
    {
        var fours = Fours(row, out var rest);
        for (var i = 0; i < fours.Length; i++) fours[i] += Four(other, i);
        for (var i = row.Length - rest.Length; i < row.Length; i++) row[i] += other[i];
    }

    /// <summary>c₀·xⁿ + c₁·xⁿ⁻¹ + …, from the inside out.</summary>
    public static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        var sum = coefficients[0];
        foreach (var coefficient in coefficients[1..]) sum = sum * x + coefficient;
        return sum;
    }

    /// <summary>The same for four.</summary>
    public static Vector256<double> Polynomial(Vector256<double> x, ReadOnlySpan<double> coefficients)
    {
        var sum = Vector256.Create(coefficients[0]);
        foreach (var coefficient in coefficients[1..]) sum = sum * x + Vector256.Create(coefficient);
        return sum;
    }
}
