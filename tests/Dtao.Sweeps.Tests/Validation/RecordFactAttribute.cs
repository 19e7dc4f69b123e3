using Dtao.Records.Panels;

namespace Dtao.Sweeps.Tests.Validation;

/// <summary>
/// A fact about the chain's price files, which are no part of the project: <c>DTAO_RECORD</c> names their folder. Where it names none the test is skipped,
/// and the report says so; where it names a folder that lacks files the test runs, and fails.
/// </summary>
public sealed class RecordFactAttribute : FactAttribute
{
    public RecordFactAttribute()
    {
        if (string.IsNullOrEmpty(RecordFolder)) Skip = $"DTAO_RECORD names no folder with {string.Join(", ", RecordFiles.Names)}.";
    }

    public static string? RecordFolder => Environment.GetEnvironmentVariable("DTAO_RECORD");
}
