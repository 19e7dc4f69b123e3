namespace Dtao.Hocon;

/// <summary>A file's text, or why there is none.</summary>
/// <param name="Text">The text; null when it was not read.</param>
/// <param name="Refusal">Why an existing file is not read, as in "is larger than 1 MiB"; null when it was read or does not exist.</param>
public sealed record FileReading(string? Text, string? Refusal)
{
    public static FileReading NotFound { get; } = new(null, null);

    public static FileReading TooLarge { get; } = Refused($"is larger than {Limits.FileBytes >> 20} MiB");

    public static FileReading Found(string text) => new(text, null);

    public static FileReading Refused(string because) => new(null, because);
}
