namespace Dtao.Records.Events;

/// <summary>A field of a line of the log.</summary>
/// <param name="Unit">Its unit, or what kind of value it is.</param>
/// <param name="Means">What the name cannot say; may be empty.</param>
/// <param name="IsOptional">Whether some lines go without it.</param>
public sealed record EventField(string Name, string Unit, string Means, bool IsOptional)
{
    public override string ToString() => $"{Name} ({(Means == "" ? Unit : $"{Unit}: {Means}")}){(IsOptional ? "?" : "")}";
}
