using Dtao.Records.Reading;

namespace Dtao.Records.Tests.Log;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("\u001b[2J", "\uFFFD[2J")]
    [InlineData("a\nb", "a\uFFFDb")]
    [InlineData("\u202eabc", "\uFFFDabc")]
    [InlineData("{Alpha}", "{Alpha}")]
    [InlineData("näme 中文", "näme 中文")]
    public void No_name_steers_a_terminal(string name, string shown)
    {
        using var root = new TemporaryFolder();
        var path = new SmallRun(blocks: 60, name: i => name + i).Record(root);
        Assert.Equal($"{shown}3 bought 243.24211163 of SN28", RunReader.Open(path).Events().First(told => told.Kind == "Staked" && told.Level == "Information").Text);
        Assert.Equal($"{shown}3 bought 243.24211163 of SN28", RunReader.Open(path).Scalar("SELECT text FROM events WHERE kind = 'Staked' LIMIT 1"));
    }
}
