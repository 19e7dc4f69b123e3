using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Staking;

public sealed class Kin_by_hotkey
{
    [Fact]
    public void are_what_a_dictionary_of_them_would_hold_after_any_changes() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60), Prop.ForAll(ArbMap.Default.ArbFor<(byte Hotkey, byte Child, bool Removed)[]>(), changes =>
        {
            var (relatives, plain) = (new Relatives(), new SortedDictionary<int, Kin[]>());
            foreach (var (number, child, removed) in changes)
            {
                var (hotkey, kin) = (new AccountId(number % 8), new Kin[] { new(new AccountId(100 + child), child) });
                if (removed) relatives.Remove(hotkey);
                else relatives[hotkey] = kin;
                if (removed) plain.Remove(hotkey.Index);
                else plain[hotkey.Index] = kin;
            }
            Assert.Equal(plain.Select(one => (one.Key, one.Value)), relatives.Ascending().Select(one => (one.Of.Index, one.Kin)));
            Assert.Equal(plain.Count, relatives.Count);
            foreach (var hotkey in Enumerable.Range(0, 9)) Assert.Equal(plain.GetValueOrDefault(hotkey, []), relatives[new AccountId(hotkey)]);
        }));
}
