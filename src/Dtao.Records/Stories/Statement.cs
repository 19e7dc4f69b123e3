namespace Dtao.Records.Stories;

/// <summary>A sentence of a story and what it rests on.</summary>
/// <param name="IsDetail">Whether a short telling leaves it out.</param>
public sealed record Statement(string Text, Backing Backing, bool IsDetail = false)
{
    public override string ToString() => $"{Text} {Backing}";
}
