using Dtao.Protocol.Staking;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Staking;

public sealed class A_table_of_pools
{
    [Fact]
    public void finds_what_was_put_into_it_and_nothing_else()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), hotkeys =>
        {
            var (table, known) = (new PoolTable(), new Dictionary<int, StakePool>());
            foreach (var hotkey in hotkeys.Distinct())
            {
                known.Add(hotkey, new StakePool(place: known.Count));
                table.Add(hotkey, known[hotkey]);
            }
            return hotkeys.SelectMany(hotkey => new[] { hotkey, unchecked(hotkey + 1), ~hotkey }).All(asked => ReferenceEquals(table.Find(asked), known.GetValueOrDefault(asked)));
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(200), property);
    }

    [Fact]
    public void is_empty_at_first() => Assert.Null(new PoolTable().Find(0));
}
