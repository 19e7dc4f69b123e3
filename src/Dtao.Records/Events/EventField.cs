namespace Dtao.Records.Events;

/// <summary>A field of a line of the log.</summary>
/// <param name="Unit">Its unit, or what kind of value it is.</param>
/// <param name="Means">What the name cannot say; may be empty.</param>
/// <param name="IsOptional">Whether some lines go without it.</param>
public sealed record EventField(string Name, string Unit, string Means, bool IsOptional)
{
    /// <summary>As the table has it; a unit that the name says is left out.</summary>
    public override string ToString() => (Name + (IsOptional ? "?" : ""), Unit.Equals(Name, StringComparison.OrdinalIgnoreCase), Means) switch
    {
        (var name, true, "") => name,
        (var name, true, var means) => $"{name} ({means})",
        (var name, false, "") => $"{name} ({Unit})",
        var (name, _, means) => $"{name} ({Unit}: {means})",
    };
}
