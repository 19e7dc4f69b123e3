using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Consensus;

public sealed class Weights_over_65535
{
    [Fact]
    public void stay_what_they_are_where_the_largest_is_65535()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<ushort[]>(), weights =>
        {
            ushort[] set = [.. weights, ushort.MaxValue];
            return Shares.UpscaledToU16([.. set.Select(weight => I32F32.FromInteger(weight))]).SequenceEqual(set);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), property);
    }
}
