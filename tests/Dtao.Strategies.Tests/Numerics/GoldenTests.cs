using System.Diagnostics;

namespace Dtao.Strategies.Tests.Numerics;

public class GoldenTests
{
    private static readonly string[] Expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Numerics", "golden.txt"));

    [Fact]
    public void Bits_are_those_of_the_golden_file() => Golden.Lines().ShouldBe(Expected);

    [Theory]
    [InlineData("GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic=0")]
    [InlineData("DOTNET_EnableAVX=0")]
    [InlineData("DOTNET_TieredCompilation=0")]
    [InlineData("DOTNET_TieredPGO=0 DOTNET_TC_QuickJit=1 LC_ALL=tr_TR.UTF-8")]
    public void Bits_are_the_same_on_a_lesser_processor(string environment) => LinesOfChild(environment).ShouldBe(Expected);

    private static string[] LinesOfChild(string environment)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(GoldenTests).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var pair in environment.Split(' '))
            start.Environment[pair[..pair.IndexOf('=', StringComparison.Ordinal)]] = pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..];
        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        child.ExitCode.ShouldBe(0);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
